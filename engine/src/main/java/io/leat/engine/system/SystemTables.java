package io.leat.engine.system;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names and columns of the system tables. */
public final class SystemTables {
    private static final DataType TEXT = DataType.STRING;
    private static final DataType NUMBER = DataType.BIGINT;
    private static final DataType TIME = DataType.TIMESTAMP;

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "leat.tables",
                    Schema.of(
                            new Field("name", TEXT),
                            new Field("connector", TEXT),
                            new Field("columns", NUMBER),
                            new Field("primary_key", TEXT),
                            new Field("event_time", TEXT),
                            new Field("rows", NUMBER)),
            "leat.views",
                    Schema.of(
                            new Field("name", TEXT),
                            new Field("kind", TEXT),
                            new Field("status", TEXT),
                            new Field("rows", NUMBER),
                            new Field("bytes", NUMBER),
                            new Field("state_rows", NUMBER),
                            new Field("state_bytes", NUMBER),
                            new Field("changed_tick", NUMBER),
                            new Field("watermark", TIME),
                            new Field("errors", NUMBER),
                            new Field("last_error", TEXT)),
            "leat.progress",
                    Schema.of(
                            new Field("kind", TEXT),
                            new Field("name", TEXT),
                            new Field("step", TEXT),
                            new Field("rows", NUMBER),
                            new Field("percent", NUMBER),
                            new Field("rows_per_second", NUMBER),
                            new Field("elapsed_ms", NUMBER)),
            "leat.sources",
                    Schema.of(
                            new Field("name", TEXT),
                            new Field("connector", TEXT),
                            new Field("status", TEXT),
                            new Field("partition", TEXT),
                            new Field("position", NUMBER),
                            new Field("lag", NUMBER),
                            new Field("watermark", TIME),
                            new Field("rows", NUMBER),
                            new Field("late", NUMBER),
                            new Field("bad", NUMBER),
                            new Field("last_bad", TEXT)),
            "leat.jobs",
                    Schema.of(
                            new Field("name", TEXT),
                            new Field("sink", TEXT),
                            new Field("status", TEXT),
                            new Field("delivery", TEXT),
                            new Field("rows", NUMBER),
                            new Field("state_rows", NUMBER),
                            new Field("state_bytes", NUMBER),
                            new Field("last_error", TEXT)));

    private SystemTables() {}

    /** The columns of a system table, if there is one of that name. */
    public static Optional<Schema> schema(String name) {
        return Optional.ofNullable(SCHEMAS.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Their names. */
    public static List<String> names() {
        return SCHEMAS.keySet().stream().sorted().toList();
    }
}
