package io.leat.connector.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.RecordEncoder;
import io.leat.connector.format.TextWriter;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.util.List;
import java.util.Set;

/** One JSON object a record; options as in Flink. */
public final class JsonFormat implements Format {
    static final String IGNORE_PARSE_ERRORS = "ignore-parse-errors";
    static final String FAIL_ON_MISSING_FIELD = "fail-on-missing-field";
    static final String TIMESTAMP_STANDARD = "timestamp-format.standard";
    static final String IGNORE_NULL_FIELDS = "encode.ignore-null-fields";

    private static final JsonFactory WRITING =
            new JsonFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    private static final int NUMBER_CHARACTERS_MAX = 100;
    private static final int TEXT_CHARACTERS_MAX = 1 << 20;
    private static final int NAME_CHARACTERS_MAX = 50_000;

    @Override
    public String name() {
        return "json";
    }

    @Override
    public List<ConnectorOption> options(String prefix) {
        String json = prefix + "json.";
        return List.of(
                ConnectorOption.optional(
                        json + IGNORE_PARSE_ERRORS,
                        Kind.BOOLEAN,
                        "false",
                        "A field that cannot be read becomes NULL, a record that cannot be read is left out."),
                ConnectorOption.optional(
                        json + FAIL_ON_MISSING_FIELD,
                        Kind.BOOLEAN,
                        "false",
                        "A record in which a column's field is missing is bad, instead of giving NULL."),
                ConnectorOption.optional(
                        json + TIMESTAMP_STANDARD,
                        Kind.TEXT,
                        "SQL",
                        "How timestamps are written: SQL (2001-01-01 00:00:00.000) or ISO-8601. Both are read."),
                ConnectorOption.optional(
                        json + IGNORE_NULL_FIELDS,
                        Kind.BOOLEAN,
                        "false",
                        "A field that is NULL is not written, instead of as null."));
    }

    @Override
    public void validate(List<Field> columns, FormatOptions options) {
        writer(options);
        if (options.bool(IGNORE_PARSE_ERRORS) && options.bool(FAIL_ON_MISSING_FIELD)) {
            throw LeatException.of(
                            ErrorCode.INVALID_OPTION,
                            "options '" + options.key(IGNORE_PARSE_ERRORS) + "' and '"
                                    + options.key(FAIL_ON_MISSING_FIELD) + "' exclude each other")
                    .hint("Choose whether a record that is not as expected is an error.");
        }
    }

    @Override
    public RecordDecoder decoder(List<Field> columns, Set<Integer> read, FormatOptions options, Limits limits) {
        boolean ignoreErrors = options.bool(IGNORE_PARSE_ERRORS);
        boolean failOnMissing = options.bool(FAIL_ON_MISSING_FIELD);
        JsonFactory factory = factory(limits);
        JsonDecoder exact = new JsonDecoder(factory, columns, read, ignoreErrors, failOnMissing, limits);
        return new JsonByteDecoder(factory, columns, read, failOnMissing, limits, exact);
    }

    @Override
    public RecordEncoder encoder(List<Field> columns, FormatOptions options) {
        return new JsonEncoder(WRITING, columns, writer(options), options.bool(IGNORE_NULL_FIELDS));
    }

    @Override
    public boolean skipsEmptyLines() {
        return true;
    }

    private static TextWriter writer(FormatOptions options) {
        String standard = options.oneOf(TIMESTAMP_STANDARD, List.of("sql", "iso-8601"));
        return standard.equals("sql") ? TextWriter.sql() : TextWriter.iso8601();
    }

    private static JsonFactory factory(Limits limits) {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(limits.jsonDepth())
                .maxNumberLength(NUMBER_CHARACTERS_MAX)
                .maxStringLength(TEXT_CHARACTERS_MAX)
                .maxNameLength(NAME_CHARACTERS_MAX)
                .build();
        return new JsonFactoryBuilder().streamReadConstraints(bounds).build();
    }
}
