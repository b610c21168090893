package io.leat.planner.function;

import static org.apache.calcite.sql.type.SqlTypeFamily.BINARY;
import static org.apache.calcite.sql.type.SqlTypeFamily.CHARACTER;
import static org.apache.calcite.sql.type.SqlTypeFamily.INTEGER;
import static org.apache.calcite.sql.type.SqlTypeName.BOOLEAN;
import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.leat.planner.function.runtime.DigestFunctions;
import io.leat.planner.function.runtime.SearchFunctions;
import io.leat.planner.function.runtime.TextFunctions;
import java.util.List;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;

/** Functions of text. Positions and lengths count characters, not bytes. */
final class TextDefinitions {
    private static final SqlOperandTypeChecker TEXT_OR_BINARY =
            OperandTypes.or(OperandTypes.family(BINARY), OperandTypes.family(CHARACTER));

    private TextDefinitions() {}

    static final List<FunctionDefinition> ALL = List.of(
            text("LEFT", "left", "LEFT(text, length)", "The first characters.", CHARACTER, INTEGER),
            text("RIGHT", "right", "RIGHT(text, length)", "The last characters.", CHARACTER, INTEGER),
            Definition.of("LPAD")
                    .takes(2, CHARACTER, INTEGER, CHARACTER)
                    .returnsOrNull(VARCHAR)
                    .by(TextFunctions.class, "lpad", "LPAD(text, length [, pad])", "Filled up or cut, from the left."),
            Definition.of("RPAD")
                    .takes(2, CHARACTER, INTEGER, CHARACTER)
                    .returnsOrNull(VARCHAR)
                    .by(TextFunctions.class, "rpad", "RPAD(text, length [, pad])", "Filled up or cut, from the right."),
            text("REPEAT", "repeat", "REPEAT(text, count)", "The text, so many times.", CHARACTER, INTEGER),
            text("REVERSE", "reverse", "REVERSE(text)", "The characters in reverse order.", CHARACTER),
            Definition.of("REPLACE")
                    .takes(CHARACTER, CHARACTER, CHARACTER)
                    .returns(VARCHAR)
                    .translated("REPLACE(text, search, by)", "Every occurrence replaced."),
            text(
                    "TRANSLATE3",
                    "translate",
                    "TRANSLATE(text, from, to)",
                    "Each character replaced.",
                    CHARACTER,
                    CHARACTER,
                    CHARACTER),
            Definition.of("OVERLAY")
                    .takes(3, CHARACTER, CHARACTER, INTEGER, INTEGER)
                    .returns(VARCHAR)
                    .by(
                            TextFunctions.class,
                            "overlay",
                            "OVERLAY(text PLACING new FROM start [FOR length])",
                            "A part replaced."),
            text(
                    "SPLIT_PART",
                    "splitPart",
                    "SPLIT_PART(text, separator, index)",
                    "A part, counted from 1 or from the end.",
                    CHARACTER,
                    CHARACTER,
                    INTEGER),
            Definition.of("SPLIT_INDEX")
                    .takes(CHARACTER, CHARACTER, INTEGER)
                    .returnsOrNull(VARCHAR)
                    .translated(
                            "SPLIT_INDEX(text, separator, index)", "A part, counted from 0; NULL if there is none."),
            Definition.of("CONCAT_WS")
                    .takesMany(2, CHARACTER)
                    .returns(VARCHAR)
                    .translated("CONCAT_WS(separator, text, ...)", "The texts that are not NULL, with a separator."),
            Definition.of("CONCAT")
                    .takesMany(1, CHARACTER)
                    .returns(VARCHAR)
                    .translated("CONCAT(text, ...)", "The texts one after the other; NULL if one is NULL."),
            Definition.of("SUBSTR")
                    .takes(2, CHARACTER, INTEGER, INTEGER)
                    .returns(VARCHAR)
                    .translated("SUBSTR(text, start [, length])", "A part, counted from 1."),
            Definition.of("INSTR")
                    .takes(CHARACTER, CHARACTER)
                    .returns(SqlTypeName.INTEGER)
                    .translated("INSTR(text, search)", "Where the search text begins, or 0."),
            Definition.of("STRPOS")
                    .takes(CHARACTER, CHARACTER)
                    .returns(SqlTypeName.INTEGER)
                    .translated("STRPOS(text, search)", "Where the search text begins, or 0."),
            Definition.of("LOCATE")
                    .takes(2, CHARACTER, CHARACTER, INTEGER)
                    .returns(SqlTypeName.INTEGER)
                    .translated("LOCATE(search, text [, start])", "Where the search text begins, or 0."),
            Definition.of("BTRIM")
                    .takes(1, CHARACTER, CHARACTER)
                    .returns(VARCHAR)
                    .translated("BTRIM(text [, characters])", "Without them on both sides."),
            Definition.of("LTRIM")
                    .takes(1, CHARACTER, CHARACTER)
                    .returns(VARCHAR)
                    .translated("LTRIM(text [, characters])", "Without them on the left."),
            Definition.of("RTRIM")
                    .takes(1, CHARACTER, CHARACTER)
                    .returns(VARCHAR)
                    .translated("RTRIM(text [, characters])", "Without them on the right."),
            Definition.of("LENGTH")
                    .takes(CHARACTER)
                    .returns(SqlTypeName.INTEGER)
                    .translated("LENGTH(text)", "How many characters."),
            truth("STARTS_WITH", "startsWith", "STARTS_WITH(text, start)", "Whether it begins so."),
            truth("STARTSWITH", "startsWith", "STARTSWITH(text, start)", "Whether it begins so."),
            truth("ENDS_WITH", "endsWith", "ENDS_WITH(text, end)", "Whether it ends so."),
            truth("ENDSWITH", "endsWith", "ENDSWITH(text, end)", "Whether it ends so."),
            Definition.of("CHR")
                    .takes(INTEGER)
                    .returns(VARCHAR)
                    .by(TextFunctions.class, "chr", "CHR(number)", "The character with that code point."),
            Definition.of("ASCII")
                    .takes(CHARACTER)
                    .returns(SqlTypeName.INTEGER)
                    .by(
                            TextFunctions.class,
                            "ascii",
                            "ASCII(text)",
                            "The code point of the first character; 0 if there is none."),
            text("INITCAP", "initcap", "INITCAP(text)", "Words with capital initials.", CHARACTER),
            Definition.of("OCTET_LENGTH")
                    .takes(TEXT_OR_BINARY)
                    .returns(SqlTypeName.INTEGER)
                    .by(TextFunctions.class, "octetLength", "OCTET_LENGTH(text)", "How many bytes in UTF-8."),
            digest("MD5", "md5"),
            digest("SHA1", "sha1"),
            digest("SHA224", "sha224"),
            digest("SHA256", "sha256"),
            digest("SHA384", "sha384"),
            digest("SHA512", "sha512"),
            Definition.of("TO_BASE64")
                    .takes(TEXT_OR_BINARY)
                    .returns(VARCHAR)
                    .by(DigestFunctions.class, "toBase64", "TO_BASE64(text)", "In Base64."),
            Definition.of("FROM_BASE64")
                    .takes(CHARACTER)
                    .returnsOrNull(VARCHAR)
                    .by(DigestFunctions.class, "fromBase64", "FROM_BASE64(text)", "Out of Base64; NULL if it is none."),
            Definition.of("HEX")
                    .takes(OperandTypes.or(
                            OperandTypes.family(INTEGER), OperandTypes.family(BINARY), OperandTypes.family(CHARACTER)))
                    .returns(VARCHAR)
                    .by(DigestFunctions.class, "hex", "HEX(value)", "In hexadecimal digits."),
            Definition.of("LEVENSHTEIN")
                    .takes(CHARACTER, CHARACTER)
                    .returns(SqlTypeName.INTEGER)
                    .by(SearchFunctions.class, "levenshtein", "LEVENSHTEIN(text, text)", "How many edits lie between."),
            Definition.of("SOUNDEX")
                    .takes(CHARACTER)
                    .returns(VARCHAR)
                    .by(SqlFunctions.class, "soundex", "SOUNDEX(text)", "How an English word sounds, as a code."),
            Definition.of("URL_ENCODE")
                    .takes(CHARACTER)
                    .returns(VARCHAR)
                    .by(DigestFunctions.class, "urlEncode", "URL_ENCODE(text)", "Fit for a web form."),
            Definition.of("URL_DECODE")
                    .takes(CHARACTER)
                    .returnsOrNull(VARCHAR)
                    .by(
                            DigestFunctions.class,
                            "urlDecode",
                            "URL_DECODE(text)",
                            "Out of a web form; NULL if it is none."),
            Definition.of("PARSE_URL")
                    .takes(2, CHARACTER, CHARACTER, CHARACTER)
                    .returnsOrNull(VARCHAR)
                    .by(
                            SearchFunctions.class,
                            "parseUrl",
                            "PARSE_URL(url, part [, key])",
                            "HOST, PATH, QUERY, REF, PROTOCOL, ... of a URL."));

    private static FunctionDefinition text(
            String name, String method, String signature, String description, SqlTypeFamily... operands) {
        return Definition.of(name)
                .takes(operands)
                .returns(VARCHAR)
                .by(TextFunctions.class, method, signature, description);
    }

    private static FunctionDefinition truth(String name, String method, String signature, String description) {
        return Definition.of(name)
                .takes(CHARACTER, CHARACTER)
                .returns(BOOLEAN)
                .by(TextFunctions.class, method, signature, description);
    }

    private static FunctionDefinition digest(String name, String method) {
        return Definition.of(name)
                .takes(TEXT_OR_BINARY)
                .returns(VARCHAR)
                .by(DigestFunctions.class, method, name + "(text)", "The digest, in hexadecimal digits.");
    }
}
