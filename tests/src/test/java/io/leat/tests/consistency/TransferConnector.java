package io.leat.tests.consistency;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Transfers between ten accounts: id, from_account, to_account, amount, ts; a minute of them, each up to ten seconds out
 * of order. The same rows every time, once {@link #begin} was called; at most {@code 'portion'} of them in a tick.
 */
final class TransferConnector implements Connector {
    private static final int ACCOUNTS = 10;
    private static final long FIRST_MILLIS = 1_609_459_200_000L;
    private static final long SPAN_MILLIS = 60_000;
    private static final int DELAY_MILLIS = 10_000;
    private static final String PARTITION = "transfers";

    private volatile boolean begun;

    /** Lets the rows come; until then there are none. */
    void begin() {
        begun = true;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public List<ConnectorOption> options() {
        return List.of(
                ConnectorOption.required("rows", Kind.INTEGER, "How many there are."),
                ConnectorOption.required("portion", Kind.INTEGER, "How many come at once, at most."));
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return Boundedness.BOUNDED;
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        long rows = number(table, "rows");
        long until = range.until().map(end -> end.offset(PARTITION)).orElse(rows);
        return new Transfers(rows, until, number(table, "portion"));
    }

    private static long number(TableDefinition table, String option) {
        return Long.parseLong(table.option(option).orElseThrow());
    }

    /** Reads from the beginning; how many come in one poll differs from poll to poll. */
    private final class Transfers implements Source {
        private final Random random = new Random(42);
        private final Random portions = new Random(7);
        private final long rows;
        private final long until;
        private final long portion;
        private long next;

        Transfers(long rows, long until, long portion) {
            this.rows = rows;
            this.until = until;
            this.portion = portion;
        }

        @Override
        public PollStatus poll(RowCollector collector, int maxRows) {
            if (!begun && next < until) {
                return PollStatus.IDLE;
            }
            long wanted = Math.min(maxRows, 1 + portions.nextInt((int) portion));
            long to = Math.min(until, next + wanted);
            for (; next < to; next++) {
                long second = SPAN_MILLIS * next / rows / 1_000 * 1_000;
                collector.column(0).appendLong(next);
                collector.column(1).appendLong(random.nextInt(ACCOUNTS));
                collector.column(2).appendLong(random.nextInt(ACCOUNTS));
                collector.column(3).appendDouble(1);
                collector.column(4).appendLong(FIRST_MILLIS + second - random.nextInt(DELAY_MILLIS));
                collector.endRow(0, 1);
            }
            return next == until ? PollStatus.FINISHED : PollStatus.MORE;
        }

        @Override
        public Position position() {
            return Position.of(Map.of(PARTITION, next));
        }

        @Override
        public Position end() {
            return Position.of(Map.of(PARTITION, until));
        }

        @Override
        public List<String> partitions() {
            return List.of(PARTITION);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
