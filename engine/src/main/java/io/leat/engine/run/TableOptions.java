package io.leat.engine.run;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
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

    /** How many rows are kept in each of the tables beside a table. */
    public static final String DIVERT_MAX_ROWS = "divert.max-rows";

    /** After how long without a row a partition no longer holds the watermark back. */
    public static final String IDLE_TIMEOUT = "scan.watermark.idle-timeout";

    /** All of them. */
    public static final List<ConnectorOption> ALL = List.of(
            ConnectorOption.optional(
                    ERRORS_POLICY,
                    Kind.TEXT,
                    "What happens to a record that cannot be decoded: fail (the reader stops), skip (it is counted) or divert"
                            + " (it is kept in the table of that name and $errors)."),
            ConnectorOption.optional(
                    LATE_POLICY,
                    Kind.TEXT,
                    "drop",
                    "What happens to a row whose window is closed: drop (it is counted), update (windows stay open) or divert"
                            + " (it is kept in the table of that name and $late)."),
            ConnectorOption.optional(
                    DIVERT_MAX_ROWS,
                    Kind.INTEGER,
                    "1000000",
                    "How many rows are kept in each of the tables $errors and $late; of more the oldest go."),
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
                : Optional.of(ErrorPolicy.valueOf(reader.oneOf(ERRORS_POLICY, List.of("fail", "skip", "divert"))
                        .toUpperCase(Locale.ROOT)));
    }

    /** Whether late rows are dropped or diverted, so that windows close. */
    public boolean lateRowsLeave() {
        return !latePolicy().equals("update");
    }

    /** Whether late rows are kept in a table of their own. */
    public boolean divertsLateRows() {
        return latePolicy().equals("divert");
    }

    private String latePolicy() {
        return reader.oneOf(LATE_POLICY, List.of("drop", "update", "divert"));
    }

    /** How many rows are kept in each of the tables beside it. */
    public long divertMaxRows() {
        long rows = reader.integer(DIVERT_MAX_ROWS).orElseThrow();
        if (rows < 1) {
            throw LeatException.of(
                    ErrorCode.INVALID_OPTION,
                    "option '" + DIVERT_MAX_ROWS + "' is " + rows + ", but must be at least 1");
        }
        return rows;
    }

    /** After how long without a row a partition counts as idle; zero for never. */
    public Duration idleTimeout() {
        return reader.duration(IDLE_TIMEOUT).orElse(Duration.ZERO);
    }
}
