/*
 * The tokens of Leat's SQL.
 *
 * The lexer never fails: what it does not know is OTHER, what is never closed is UNTERMINATED_*. So highlighting and
 * splitting work on any text, and the parser can say precisely what is wrong. Only words that the statement grammar
 * uses are keywords here; the words of queries belong to Calcite and are listed in Keywords.
 */
lexer grammar LeatLexer;

options { caseInsensitive = true; }

ADVANCE : 'ADVANCE' ;
ALTER : 'ALTER' ;
ANALYZE : 'ANALYZE' ;
ARRAY : 'ARRAY' ;
AS : 'AS' ;
BEGIN : 'BEGIN' ;
BEGINNING : 'BEGINNING' ;
BY : 'BY' ;
CASCADE : 'CASCADE' ;
CASE : 'CASE' ;
CHANGES : 'CHANGES' ;
CLOSE : 'CLOSE' ;
COMMENT : 'COMMENT' ;
CONNECTORS : 'CONNECTORS' ;
CONSTRAINT : 'CONSTRAINT' ;
CREATE : 'CREATE' ;
DATABASE : 'DATABASE' ;
DAY : 'DAY' ;
DELETE : 'DELETE' ;
DESC : 'DESC' ;
DESCRIBE : 'DESCRIBE' ;
DISTRIBUTED : 'DISTRIBUTED' ;
DOUBLE : 'DOUBLE' ;
DROP : 'DROP' ;
EMIT : 'EMIT' ;
END : 'END' ;
ENFORCED : 'ENFORCED' ;
EXECUTE : 'EXECUTE' ;
EXISTS : 'EXISTS' ;
EXPLAIN : 'EXPLAIN' ;
EXPORT : 'EXPORT' ;
FINAL : 'FINAL' ;
FLUSH : 'FLUSH' ;
FOR : 'FOR' ;
FORMAT : 'FORMAT' ;
FROM : 'FROM' ;
FUNCTION : 'FUNCTION' ;
FUNCTIONS : 'FUNCTIONS' ;
HOUR : 'HOUR' ;
IF : 'IF' ;
INDEX : 'INDEX' ;
INDEXES : 'INDEXES' ;
INSERT : 'INSERT' ;
INTERVAL : 'INTERVAL' ;
INTO : 'INTO' ;
JAVA : 'JAVA' ;
JOB : 'JOB' ;
JOBS : 'JOBS' ;
KEY : 'KEY' ;
LANGUAGE : 'LANGUAGE' ;
LIKE : 'LIKE' ;
LIMIT : 'LIMIT' ;
LOCAL : 'LOCAL' ;
MAP : 'MAP' ;
MATERIALIZED : 'MATERIALIZED' ;
METADATA : 'METADATA' ;
MINUTE : 'MINUTE' ;
MONTH : 'MONTH' ;
MULTISET : 'MULTISET' ;
NOT : 'NOT' ;
NULL : 'NULL' ;
ON : 'ON' ;
OR : 'OR' ;
PARTITIONED : 'PARTITIONED' ;
PLAN : 'PLAN' ;
PRECISION : 'PRECISION' ;
PRIMARY : 'PRIMARY' ;
PRINT : 'PRINT' ;
REPLACE : 'REPLACE' ;
RETURN : 'RETURN' ;
RETURNS : 'RETURNS' ;
RESET : 'RESET' ;
RESTRICT : 'RESTRICT' ;
ROW : 'ROW' ;
SAVEPOINT : 'SAVEPOINT' ;
SAVEPOINTS : 'SAVEPOINTS' ;
SECOND : 'SECOND' ;
SELECT : 'SELECT' ;
SET : 'SET' ;
SETTINGS : 'SETTINGS' ;
SHOW : 'SHOW' ;
SOURCES : 'SOURCES' ;
STATEMENT : 'STATEMENT' ;
STOP : 'STOP' ;
SUBSCRIBE : 'SUBSCRIBE' ;
TABLE : 'TABLE' ;
TABLES : 'TABLES' ;
TEMPORARY : 'TEMPORARY' ;
TIME : 'TIME' ;
TIMESTAMP : 'TIMESTAMP' ;
TO : 'TO' ;
UNIQUE : 'UNIQUE' ;
UPDATE : 'UPDATE' ;
VALUES : 'VALUES' ;
VARYING : 'VARYING' ;
VIEW : 'VIEW' ;
VIEWS : 'VIEWS' ;
VIRTUAL : 'VIRTUAL' ;
WATERMARK : 'WATERMARK' ;
WINDOW : 'WINDOW' ;
WITH : 'WITH' ;
WITHOUT : 'WITHOUT' ;
YEAR : 'YEAR' ;
ZONE : 'ZONE' ;

SEMI : ';' ;
COMMA : ',' ;
DOT : '.' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACK : '[' ;
RBRACK : ']' ;
EQ : '=' ;
LT : '<' ;
GT : '>' ;
MINUS : '-' ;
QUESTION : '?' ;
/* No <= or >= here: the > of a type like ARRAY<INT> may touch anything. */
OPERATOR : [+*/%|&^~!:@#] ;

IDENTIFIER : [\p{L}_] [\p{L}\p{M}\p{N}_$]* ;
QUOTED_IDENTIFIER : '"' ( ~'"' | '""' )* '"' ;
BACKTICK_IDENTIFIER : '`' ( ~'`' | '``' )* '`' ;
STRING : '\'' ( ~'\'' | '\'\'' )* '\'' ;
DOLLAR_STRING : '$$' .*? '$$' ;
NUMBER : ( [0-9]+ ( '.' [0-9]* )? | '.' [0-9]+ ) ( 'E' [+-]? [0-9]+ )? ;

LINE_COMMENT : '--' ~[\r\n]* -> channel(HIDDEN) ;
BLOCK_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'+ '/' -> channel(HIDDEN) ;
SPACE : [\p{White_Space}\u0000-\u001F\uFEFF]+ -> channel(HIDDEN) ;

/* Longest match wins, so these are taken only if the closing mark is missing. */
UNTERMINATED_COMMENT : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* ;
UNTERMINATED_STRING : '\'' ( ~'\'' | '\'\'' )* | '$$' ( ~'$' | '$' ~'$' )* '$'? ;
UNTERMINATED_IDENTIFIER : '"' ( ~'"' | '""' )* | '`' ( ~'`' | '``' )* ;

OTHER : . ;
