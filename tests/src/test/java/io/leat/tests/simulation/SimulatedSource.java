package io.leat.tests.simulation;

import io.leat.core.batch.JavaValues;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is committed in a topic, in polls of random sizes that mix the partitions at random. */
final class SimulatedSource implements Source {
    private static final int POLL_ROWS_MAX = 8;
    private static final int POLL_RUNS = 3;

    private final List<ColumnDefinition> columns;
    private final List<Partition> partitions;
    private final Broker broker;
    private final SimulatedProcess process;
    private final Random random;
    private final SourceRange range;
    private final boolean leavesOut;
    private final SortedMap<String, Long> offsets = new TreeMap<>();

    SimulatedSource(TableDefinition table, Broker broker, SimulatedProcess process, Random random, SourceRange range) {
        this.columns = table.storedColumns();
        this.partitions = broker.topic(table.option("topic").orElseThrow());
        this.broker = broker;
        this.process = process;
        this.random = random;
        this.range = range;
        this.leavesOut = table.option("missing").orElse("fail").equals("earliest");
        for (Partition partition : partitions) {
            long from = range.from()
                    .map(position -> position.offset(partition.name()))
                    .orElse(partition.start());
            offsets.put(partition.name(), from);
        }
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        process.alive();
        if (isAtEnd()) {
            return PollStatus.FINISHED;
        }
        if (!broker.answers()) {
            return PollStatus.IDLE;
        }
        int room = 1 + random.nextInt(Math.min(maxRows, POLL_ROWS_MAX));
        for (int run = 0; run < POLL_RUNS; run++) {
            int partition = random.nextInt(partitions.size());
            room -= read(partition, 1 + random.nextInt(POLL_ROWS_MAX), room, rows);
        }
        if (isAtEnd()) {
            return PollStatus.FINISHED;
        }
        return position().hasReached(stableEnd()) ? PollStatus.IDLE : PollStatus.MORE;
    }

    /** Reads some records of a partition; answers how many. */
    private int read(int index, int wanted, int room, RowCollector rows) {
        Partition partition = partitions.get(index);
        long offset = offsets.get(partition.name());
        if (leavesOut && offset < Math.min(partition.start(), endOf(partition))) {
            offsets.put(partition.name(), partition.start());
            String reason = Deleted.message(offset, partition.start());
            rows.badRecord(new BadRecord(partition.name(), offset, new byte[0], reason));
            return 1;
        }
        if (offset < partition.start() && !leavesOut) {
            throw LeatException.of(
                            ErrorCode.INPUT_OUTPUT,
                            "offset " + offset + " of " + partition.name() + " has been deleted")
                    .hint("Nothing was skipped.");
        }
        long end = Math.min(partition.stableEnd(), endOf(partition));
        int delivered = 0;
        while (offset < end && delivered < Math.min(wanted, room)) {
            Entry entry = partition.entry(offset);
            if (entry.isCommitted()) {
                deliver(index, offset, entry, rows);
                delivered++;
            }
            offset++;
        }
        while (offset < end && !partition.entry(offset).isCommitted()) {
            offset++;
        }
        offsets.put(partition.name(), offset);
        return delivered;
    }

    private long endOf(Partition partition) {
        return range.until().map(until -> until.offset(partition.name())).orElse(Long.MAX_VALUE);
    }

    private void deliver(int index, long offset, Entry entry, RowCollector rows) {
        if (entry.isBad()) {
            byte[] raw = "?".getBytes(StandardCharsets.UTF_8);
            rows.badRecord(new BadRecord(partitions.get(index).name(), offset, raw, "it is no record"));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            JavaValues.append(
                    rows.column(i), columns.get(i).type(), entry.values().get(i));
        }
        rows.offset(offset);
        rows.endRow(index, entry.weight());
    }

    private boolean isAtEnd() {
        return range.until().map(until -> position().hasReached(until)).orElse(false);
    }

    @Override
    public Position position() {
        return Position.of(offsets);
    }

    private Position stableEnd() {
        SortedMap<String, Long> ends = new TreeMap<>();
        partitions.forEach(partition -> ends.put(partition.name(), partition.stableEnd()));
        return Position.of(ends);
    }

    @Override
    public Position end() {
        process.alive();
        broker.await();
        return range.until().orElseGet(this::stableEnd);
    }

    @Override
    public List<String> partitions() {
        return partitions.stream().map(Partition::name).toList();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
