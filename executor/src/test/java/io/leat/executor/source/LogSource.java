package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Origin;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Reads {@link Logs}, interleaved and in portions as chance has it; each row is its section, its offset and its time. */
final class LogSource implements Source {
    static final List<DataType> TYPES =
            List.of(DataType.of(TypeKind.BIGINT), DataType.of(TypeKind.BIGINT), DataType.of(TypeKind.TIMESTAMP));

    private final Logs logs;
    private final SourceRange range;
    private final Random random;
    private final Map<String, Long> offsets;
    private final List<String> unknown = new ArrayList<>(List.of("p0", "p1", "files"));
    private final List<String> partitions = new ArrayList<>();

    LogSource(Logs logs, SourceRange range, long seed) {
        this.logs = logs;
        this.range = range;
        this.random = new Random(seed);
        this.offsets = new TreeMap<>(range.from().orElse(Position.START).offsets());
        Collections.shuffle(unknown, random);
        for (int found = 1 + random.nextInt(3); found > 0; found--) {
            partitions.add(unknown.remove(0));
        }
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        if (random.nextInt(5) == 0 && !unknown.isEmpty()) {
            partitions.add(unknown.remove(0));
        }
        int left = maxRows;
        boolean any = false;
        for (int turn = random.nextInt(6); turn > 0 && left > 0; turn--) {
            int count = deliver(random.nextInt(Logs.SECTIONS.size()), rows, 1 + random.nextInt(left));
            left -= count;
            any |= count > 0;
        }
        boolean finished = unknown.isEmpty() && isAtEnd();
        return finished ? PollStatus.FINISHED : any ? PollStatus.MORE : PollStatus.IDLE;
    }

    private boolean isAtEnd() {
        return range.until()
                .map(until -> position().hasReached(until))
                .orElseGet(() -> logs.isEnded() && position().hasReached(logs.ends()));
    }

    private int deliver(int section, RowCollector rows, int most) {
        String name = Logs.SECTIONS.get(section);
        int partition = partitions.indexOf(Logs.partition(section));
        int from = offsets.getOrDefault(name, 0L).intValue();
        int end = (int) Math.min(
                range.until().map(until -> until.offset(name)).orElse(Long.MAX_VALUE),
                logs.of(section).size());
        int to = Math.min(end, from + most);
        if (partition < 0 || to <= from) {
            return 0;
        }
        offsets.put(name, (long) to);
        Piece piece = new Piece(logs, section, partition, from, to);
        if (section > 1 || random.nextBoolean()) {
            rows.deferred(piece);
        } else {
            piece.decode(rows);
        }
        return to - from;
    }

    private record Piece(Logs logs, int index, int partition, int from, int to) implements DeferredRows {

        @Override
        public Optional<String> section() {
            return index > 1 ? Optional.of(Logs.SECTIONS.get(index)) : Optional.empty();
        }

        @Override
        public int records() {
            return to - from;
        }

        @Override
        public void decode(RowCollector rows) {
            if (from % 2 == 0
                    && IntStream.range(from, to).allMatch(i -> logs.of(index).get(i) >= 0)) {
                rows.chunk(partition, rows.takesOffsets() ? chunk().withOrigin(origin()) : chunk());
                return;
            }
            for (int i = from; i < to; i++) {
                long time = logs.of(index).get(i);
                rows.column(0).appendLong(index);
                if (time < 0) {
                    rows.badRecord(new BadRecord(Logs.SECTIONS.get(index), i, new byte[] {'?'}, "bad " + i));
                } else {
                    rows.column(1).appendLong(i);
                    rows.column(2).appendLong(time);
                    rows.offset(i);
                    rows.endRow(partition, 1);
                }
            }
        }

        private Origin origin() {
            return Origin.at(LongStream.range(from, to).toArray(), to - from);
        }

        private Chunk chunk() {
            ChunkBuilder builder = new ChunkBuilder(TYPES, to - from);
            for (int i = from; i < to; i++) {
                builder.column(0).appendLong(index);
                builder.column(1).appendLong(i);
                builder.column(2).appendLong(logs.of(index).get(i));
                builder.endRow(1);
            }
            return builder.build();
        }
    }

    @Override
    public Position position() {
        return Position.of(offsets);
    }

    @Override
    public Position end() {
        return logs.ends();
    }

    @Override
    public List<String> partitions() {
        return List.copyOf(partitions);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
