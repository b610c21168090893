package io.leat.engine.run;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.executor.source.ErrorPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The options that the engine itself understands, on tables of any connector. */
public final class TableOptions {
    /** What happens to records that cannot be decoded. */
    public static final String ERRORS_POLICY = "errors.policy";

    /** What happens to rows that come too late. */
    public static final String LATE_POLICY = "late.policy";

    /** After how long without a row a partition no longer holds the watermark back. */
    public static final String IDLE_TIMEOUT = "scan.watermark.idle-timeout";

    /** All of them. */
    public static final List<ConnectorOption> ALL = List.of(
            ConnectorOption.optional(
                    ERRORS_POLICY,
                    Kind.TEXT,
                    "What happens to a record that cannot be decoded: fail (the reader stops) or skip (it is counted)."),
            ConnectorOption.optional(
                    LATE_POLICY,
                    Kind.TEXT,
                    "drop",
                    "What happens to a row whose window is closed: drop (it is counted) or update (windows stay open)."),
            ConnectorOption.optional(
                    IDLE_TIMEOUT,
                    Kind.DURATION,
                    "0 ms",
                    "After so long without a row a partition no longer holds the watermark back; 0 for never."));

    private final OptionReader reader;

    private TableOptions(OptionReader reader) {
        this.reader = reader;
    }

    /** The options of a table. */
    public static TableOptions of(TableDefinition table) {
        return new TableOptions(new OptionReader(table, ALL));
    }

    /** What happens to bad records, if the table says. */
    public Optional<ErrorPolicy> errorPolicy() {
        return reader.text(ERRORS_POLICY).isEmpty()
                ? Optional.empty()
                : Optional.of(ErrorPolicy.valueOf(
                        reader.oneOf(ERRORS_POLICY, List.of("fail", "skip")).toUpperCase(Locale.ROOT)));
    }

    /** Whether late rows are dropped, so that windows close. */
    public boolean lateRowsLeave() {
        return reader.oneOf(LATE_POLICY, List.of("drop", "update")).equals("drop");
    }

    /** After how long without a row a partition counts as idle; zero for never. */
    public Duration idleTimeout() {
        return reader.duration(IDLE_TIMEOUT).orElse(Duration.ZERO);
    }
}
