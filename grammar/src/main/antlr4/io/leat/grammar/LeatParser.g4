/*
 * The statements of Leat.
 *
 * Queries and expressions are islands: runs of tokens with balanced brackets, which Calcite reads. One statement is
 * parsed at a time, from its own tokens, so that an error in one hides none in the next.
 */
parser grammar LeatParser;

options { tokenVocab = LeatLexer; }

singleStatement : statement EOF ;

statement
    : query emit?                                                                  # select
    | insert                                                                       # insertStatement
    | ( UPDATE | DELETE ) queryToken+                                              # modify
    | createTable                                                                  # createTableStatement
    | createView                                                                   # createViewStatement
    | createJob                                                                    # createJobStatement
    | STOP JOB ( IF EXISTS )? qualifiedName                                        # stopJob
    | CREATE orReplace? TEMPORARY? FUNCTION ifNotExists? qualifiedName AS STRING ( LANGUAGE JAVA )?
                                                                                   # createFunction
    | CREATE orReplace? TEMPORARY? FUNCTION ifNotExists? qualifiedName
      LPAREN ( functionParameter ( COMMA functionParameter )* )? RPAREN RETURNS dataType RETURN expression
                                                                                   # createSqlFunction
    | CREATE INDEX ifNotExists? qualifiedName ON qualifiedName columnNames         # createIndex
    | DROP TEMPORARY? objectKind ( IF EXISTS )? qualifiedName ( COMMA qualifiedName )* ( CASCADE | RESTRICT )?
                                                                                   # drop
    | SUBSCRIBE TO? ( qualifiedName | LPAREN query RPAREN | query ) withOptions? emit?
                                                                                   # subscribe
    | EXPLAIN explainMode? explainFormat? ( explainable | qualifiedName )          # explain
    | SHOW showTarget                                                              # show
    | ( DESCRIBE | DESC ) ( TABLE | MATERIALIZED? VIEW )? qualifiedName            # describe
    | SET ( settingName ( ( EQ | TO ) settingValue )? )?                           # setSetting
    | RESET settingName?                                                           # resetSetting
    | FLUSH                                                                        # flush
    | ( BEGIN STATEMENT SET SEMI | EXECUTE STATEMENT SET BEGIN ) ( insert SEMI )* END
                                                                                   # statementSet
    | ALTER TABLE qualifiedName ADVANCE WATERMARK TO ( TIMESTAMP? STRING | END )   # advanceWatermark
    | CREATE SAVEPOINT ifNotExists? identifier                                     # createSavepoint
    | DROP SAVEPOINT ( IF EXISTS )? identifier                                     # dropSavepoint
    | EXPORT DATABASE TO STRING                                                    # exportDatabase
    | PRINT qualifiedName ( FROM BEGINNING )? ( LIMIT NUMBER )?                    # print
    ;

explainable : query emit? | insert | createView | createJob ;
explainMode : PLAN FOR | ANALYZE ( MATERIALIZED? VIEW )? | MATERIALIZED? VIEW ;
explainFormat : LPAREN FORMAT identifier RPAREN ;

showTarget
    : TABLES | VIEWS | MATERIALIZED VIEWS | SOURCES | FUNCTIONS | JOBS | INDEXES | SETTINGS | CONNECTORS
    | SAVEPOINTS
    | CREATE objectKind qualifiedName
    ;

objectKind : TABLE | MATERIALIZED VIEW | VIEW | JOB | FUNCTION | INDEX ;

insert : INSERT INTO qualifiedName columnNames? query emit? ;
createJob : CREATE JOB ifNotExists? qualifiedName withOptions? AS insert ;

createView
    : CREATE orReplace? TEMPORARY? MATERIALIZED? VIEW ifNotExists? qualifiedName columnNames?
      ( COMMENT STRING )? withOptions? AS query emit?
    ;

createTable
    : CREATE orReplace? TEMPORARY? TABLE ifNotExists? qualifiedName
      ( LPAREN tableElement ( COMMA tableElement )* RPAREN )?
      ( COMMENT STRING )? ( partitioning | distribution )? withOptions? likeClause? ( AS query )?
    ;
partitioning : PARTITIONED BY columnNames ;
distribution : DISTRIBUTED queryToken+ ;
likeClause : LIKE queryToken+ ;

tableElement
    : identifier AS expression ( COMMENT STRING )?                                 # computedColumn
    | identifier typeName columnConstraint* ( COMMENT STRING )?                    # physicalColumn
    | identifier typeName nullability? METADATA ( FROM STRING )? VIRTUAL? ( COMMENT STRING )?
                                                                                   # metadataColumn
    | WATERMARK FOR identifier AS expression                                       # watermark
    | ( CONSTRAINT identifier )? PRIMARY KEY columnNames enforcement?              # primaryKey
    | ( CONSTRAINT identifier )? UNIQUE columnNames enforcement?                   # uniqueKey
    ;
columnConstraint : nullability | PRIMARY KEY enforcement? | UNIQUE enforcement? ;
nullability : NOT? NULL ;
enforcement : NOT? ENFORCED ;

dataType : typeName nullability? ;
typeName
    : ( ARRAY | MULTISET ) LT dataType GT                                          # collectionType
    | MAP LT dataType COMMA dataType GT                                            # mapType
    | ROW ( LT rowField ( COMMA rowField )* GT | LPAREN rowField ( COMMA rowField )* RPAREN )
                                                                                   # rowType
    | TIMESTAMP typeSize? timeZone?                                                # timestampType
    | TIME typeSize? timeZone?                                                     # timeType
    | INTERVAL timeUnit ( TO timeUnit )?                                           # intervalType
    | DOUBLE PRECISION?                                                            # doubleType
    | identifier VARYING? typeSize?                                                # plainType
    ;
rowField : identifier dataType STRING? ;
typeSize : LPAREN NUMBER ( COMMA NUMBER )? RPAREN ;
timeZone : ( WITHOUT | WITH LOCAL? ) TIME ZONE ;
timeUnit : ( YEAR | MONTH | DAY | HOUR | MINUTE | SECOND ) typeSize? ;

withOptions : WITH LPAREN option ( COMMA option )* RPAREN ;
option : STRING EQ STRING ;

functionParameter : identifier dataType ;

orReplace : OR REPLACE ;
ifNotExists : IF NOT EXISTS ;
emit : EMIT ( CHANGES | FINAL | ON WINDOW CLOSE ) ;

settingName : STRING | ~( EQ | TO | SEMI | STRING )+ ;
settingValue : STRING | ~( SEMI | STRING )+ ;

/* Islands: Calcite reads them. */
query : ( SELECT | WITH | VALUES | TABLE | LPAREN inner* RPAREN ) queryToken* ;
queryToken : bracketed | ~( LPAREN | RPAREN | LBRACK | RBRACK | SEMI | EMIT ) ;
expression : ( bracketed | ~( LPAREN | RPAREN | LBRACK | RBRACK | SEMI | COMMA | COMMENT ) )+ ;
bracketed : LPAREN inner* RPAREN | LBRACK inner* RBRACK ;
inner : bracketed | ~( LPAREN | RPAREN | LBRACK | RBRACK | SEMI ) ;

columnNames : LPAREN identifier ( COMMA identifier )* RPAREN ;
qualifiedName : identifier ( DOT identifier )* ;
identifier : IDENTIFIER | QUOTED_IDENTIFIER | BACKTICK_IDENTIFIER | nonReserved ;

/* Keywords that may also be names. What is missing here must be quoted. */
nonReserved
    : ADVANCE | ANALYZE | BEGINNING | BY | CASCADE | CHANGES | CLOSE | COMMENT | CONNECTORS | DATABASE | DAY | DESC | DISTRIBUTED
    | ENFORCED | EXECUTE | EXPORT | FINAL | FLUSH | FORMAT | FUNCTION | FUNCTIONS | HOUR | IF | INDEX | INDEXES | JAVA | JOB | JOBS
    | KEY | LANGUAGE | LOCAL | MAP | MATERIALIZED | METADATA | MINUTE | MONTH | PARTITIONED | PLAN | PRECISION | PRINT
    | REPLACE | RESET | RESTRICT | RETURN | RETURNS | SAVEPOINT | SAVEPOINTS | SECOND | SETTINGS | SHOW | SOURCES | STATEMENT | STOP | SUBSCRIBE | TABLES | TEMPORARY
    | VARYING | VIEW | VIEWS | VIRTUAL | WATERMARK | WITHOUT | YEAR | ZONE
    ;
