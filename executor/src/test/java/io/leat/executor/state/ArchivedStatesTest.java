package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every structure of state written down and read back, against itself. */
class ArchivedStatesTest {
    private static final int GROUPS = 5;
    private static final int TIME = 1;
    private static final Schema SCHEMA = RandomRows.schema(
            DataType.STRING,
            DataType.TIMESTAMP_LTZ,
            DataType.DOUBLE,
            DataType.decimal(30, 2),
            DataType.array(DataType.BIGINT));
    private static final Closing CLOSING = new Closing(TIME, 0);

    private static List<Object> row(Random random) {
        Object[] values = {
            "text ".repeat(random.nextInt(4)) + random.nextInt(4),
            Instant.ofEpochMilli(random.nextInt(6)),
            random.nextInt(2) - 0.5,
            new BigDecimal("12345678901234567890." + (10 + random.nextInt(2))),
            List.of(1L, (long) random.nextInt(2))
        };
        int nothing = random.nextInt(15);
        if (nothing < values.length) {
            values[nothing] = null;
        }
        return Bag.row(values);
    }

    private static Chunk chunk(Random random, boolean retracts) {
        int count = 1 + random.nextInt(6);
        ChunkBuilder builder = new ChunkBuilder(SCHEMA.types(), count);
        for (int i = 0; i < count; i++) {
            long weight = retracts && random.nextInt(2) == 0 ? -1 : 1;
            Bag.write(SCHEMA, builder, row(random), weight);
        }
        return builder.build();
    }

    private static String text(Chunk chunk) {
        return Bag.of(SCHEMA, ZSet.of(List.of(chunk))).toString();
    }

    /** The rows of each chunk, so that where chunks are cut counts. */
    private static String rows(ZSet change) {
        return change.chunks().stream().map(ArchivedStatesTest::text).toList().toString();
    }

    /** A structure numbers what it holds, so which one is meant is said by a number from which to look on. */
    private static int from(Random random) {
        return random.nextInt(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void keyTable(long seed) {
        ArchivedStates.<KeyTable>check(KeyTable.kind(), seed, random -> {
            RowBytes key = RandomRows.key("key".repeat(random.nextInt(20)) + random.nextInt(9));
            int from = from(random);
            boolean removes = random.nextInt(3) == 0;
            return table -> {
                int number = removes ? table.next(from) : table.add(key);
                if (removes && number != KeyTable.NONE) {
                    table.remove(number);
                }
                return List.of(number, table.find(key), table.limit(), table.size());
            };
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void rowTable(long seed) {
        ArchivedStates.<RowTable>check(RowTable.kind(SCHEMA.types()), seed, random -> {
            Chunk chunk = chunk(random, false);
            int from = from(random);
            boolean removes = random.nextInt(3) == 0;
            return table -> {
                if (removes && table.next(from) != RowTable.NONE) {
                    table.remove(table.next(from));
                }
                int[] numbers = new int[chunk.size()];
                table.findAll(chunk.columns(), chunk.size(), numbers);
                String found = Arrays.toString(numbers);
                table.addAll(chunk.columns(), chunk.size(), numbers);
                table.trim();
                Chunk held = new Chunk(numbers.length, table.gather(numbers, numbers.length), null);
                return found + Arrays.toString(numbers) + text(held) + table.limit() + table.freshCount();
            };
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowTableToWhichRowsAreAppendedFirst(boolean indexes) {
        int[] done = {0};
        ArchivedStates.<RowTable>check(RowTable.kind(SCHEMA.types()), 7, random -> {
            Chunk chunk = chunk(random, false);
            int from = from(random);
            int step = done[0]++;
            return table -> {
                int[] numbers = new int[chunk.size()];
                if (!indexes || step < 150) {
                    table.append(chunk.columns(), chunk.size(), numbers);
                    table.removeAppended(table.next(table.limit() > from ? from : 0));
                } else {
                    List<Integer> merged = new ArrayList<>();
                    if (step == 150) {
                        table.index((duplicate, original) -> merged.addAll(List.of(duplicate, original)));
                    }
                    table.findAll(chunk.columns(), chunk.size(), numbers);
                    return merged + Arrays.toString(numbers);
                }
                return Arrays.toString(numbers) + table.size();
            };
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void weightedRows(long seed) {
        long[] clock = {0};
        ArchivedStates.<WeightedRows>check(WeightedRows.kind(SCHEMA.types(), Optional.of(CLOSING)), seed, random -> {
            Chunk chunk = chunk(random, true);
            int action = random.nextInt(20);
            long watermark = clock[0] = Math.max(clock[0], random.nextInt(5));
            return rows -> {
                long[] before = Arrays.copyOf(rows.add(chunk), chunk.size());
                Object closed = action == 0 ? rows(rows.takeClosed(watermark, 3)) : "";
                if (action == 1) {
                    rows.free(watermark);
                }
                return Arrays.toString(before) + closed + rows(rows.toZSet(3));
            };
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowMultimap(boolean retracts) {
        int[] done = {0};
        ArchivedStates.<RowMultimap>check(
                RowMultimap.kind(SCHEMA.types(), List.of(0), Optional.of(CLOSING), true), 5, random -> {
                    Chunk chunk = chunk(random, retracts && done[0]++ > 100);
                    boolean frees = random.nextInt(8) == 0;
                    long watermark = random.nextInt(4);
                    return rows -> {
                        rows.add(chunk);
                        int[] keys = new int[chunk.size()];
                        rows.findKeys(List.of(chunk.column(0)), chunk.size(), keys);
                        List<Object> found = new ArrayList<>();
                        for (int key : keys) {
                            found.add(key == RowMultimap.NONE ? "none" : walk(rows, key));
                        }
                        if (frees) {
                            rows.free(watermark);
                        }
                        return found;
                    };
                });
    }

    private static List<Object> walk(RowMultimap rows, int key) {
        List<Object> found = new ArrayList<>(List.of(key, rows.keyWeight(key)));
        for (int row = rows.firstRow(key); row != RowMultimap.NONE; row = rows.nextRow(row)) {
            found.addAll(List.of(row, rows.weight(row), rows.note(row), rows.keyOf(row)));
            found.add(text(new Chunk(1, rows.gather(new int[] {row}, 1), null)));
            rows.setNote(row, rows.note(row) + 1);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void keyedRows(long seed) {
        ArchivedStates.<KeyedRows>check(KeyedRows.kind(SCHEMA.types(), List.of(0), 3), seed, random -> {
            ZSet latest = ZSet.of(List.of(chunk(random, true)));
            return rows -> rows(rows.upsert(latest)) + rows(rows.content());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void groupValues(long seed) {
        ArchivedStates.<GroupValues>check(GroupValues.kind(SCHEMA.types(), List.of(0, 3)), seed, random -> {
            Chunk chunk = chunk(random, true);
            int group = random.nextInt(GROUPS);
            boolean clears = random.nextInt(10) == 0;
            return values -> {
                List<Object> seen = new ArrayList<>();
                for (int row = 0; row < chunk.size(); row++) {
                    seen.add(values.add(group, chunk, row, chunk.weight(row)));
                }
                for (int value = values.first(group); value != GroupValues.NONE; value = values.next(value)) {
                    seen.addAll(List.of(value, values.weight(value)));
                }
                if (clears) {
                    values.clear(group);
                }
                values.trim(GROUPS);
                return seen;
            };
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void distinctValues(boolean grows) {
        ArchivedStates.<DistinctValues>check(DistinctValues.kind(List.of(DataType.BIGINT), 2, grows), 3, random -> {
            int count = 1 + random.nextInt(8);
            int[] groups = random.ints(count, 0, GROUPS).toArray();
            long[] column = random.longs(count, 0, 9).toArray();
            long weight = grows || random.nextBoolean() ? 1 : -1;
            boolean clears = random.nextInt(10) == 0;
            return values -> {
                int[] numbers = values.addAll(groups, List.of(new LongColumn(column, null, count)), count);
                List<Object> changes = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    changes.addAll(List.of(numbers[i], values.add(numbers[i], i & 1, weight)));
                }
                values.settle(groups, numbers, count);
                if (clears) {
                    values.clear(groups[0]);
                }
                values.trim(GROUPS);
                return changes;
            };
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void orderedIndex(boolean numbers) {
        ArchivedStates.<OrderedIndex>check(OrderedIndex.kind(), 3, random -> {
            int group = random.nextInt(GROUPS);
            long value = random.nextInt(20);
            byte[] text = ("same beginning " + value).getBytes(StandardCharsets.UTF_8);
            long weight = random.nextBoolean() ? 1 : -1;
            boolean clears = random.nextInt(40) == 0;
            return index -> {
                if (numbers) {
                    index.add(group, value, weight);
                } else {
                    index.add(group, text, weight);
                }
                if (clears) {
                    index.clear(group);
                }
                index.trim(GROUPS);
                List<Object> seen = new ArrayList<>(List.of(index.first(group), index.last(group)));
                if (numbers) {
                    seen.addAll(List.of(index.floor(group, value), index.ceiling(group, value)));
                } else if (index.last(group) != OrderedIndex.NONE) {
                    seen.add(new String(index.bytes(index.last(group)), StandardCharsets.UTF_8));
                }
                return seen;
            };
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void orderedRows(long seed) {
        List<Sort.Key> order = List.of(new Sort.Key(0, false, true), new Sort.Key(1, true, false));
        ArchivedStates.<OrderedRows>check(OrderedRows.kind(SCHEMA.types(), List.of(0, 3, 1), order), seed, random -> {
            Chunk chunk = chunk(random, false);
            int group = random.nextInt(GROUPS);
            boolean clears = random.nextInt(40) == 0;
            boolean drops = random.nextInt(3) == 0;
            return rows -> {
                List<Object> seen = new ArrayList<>();
                RowBytes bytes = new RowBytes();
                for (int row = 0; row < chunk.size(); row++) {
                    rows.codec().encode(chunk, row, bytes);
                    seen.add(rows.add(group, bytes, 1));
                }
                if (drops) {
                    rows.remove(group, rows.first(group));
                }
                rows.settle();
                for (int row = rows.first(group); row != OrderedRows.NONE; row = rows.next(row)) {
                    seen.addAll(List.of(row, rows.weight(row), rows.position(group, row), rows.previous(row)));
                }
                if (clears) {
                    rows.clear(group);
                }
                rows.trim(GROUPS);
                return seen;
            };
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void timeBuckets(long seed) {
        Map<Integer, Long> there = new TreeMap<>();
        ArchivedStates.<TimeBuckets>check(TimeBuckets.kind(), seed, random -> {
            int number = random.nextInt(60);
            long time = random.nextInt(4) * 1_000_000_000L - random.nextInt(20);
            long watermark = random.nextInt(15) == 0 ? time : Long.MIN_VALUE;
            boolean removes = there.containsKey(number);
            if (removes) {
                there.remove(number);
            } else {
                there.put(number, time);
            }
            there.values().removeIf(one -> CLOSING.isClosed(one, watermark) && watermark != Long.MIN_VALUE);
            int limit = there.keySet().stream().mapToInt(one -> one + 1).max().orElse(0);
            return buckets -> {
                if (removes) {
                    buckets.remove(number);
                } else {
                    buckets.add(number, time);
                }
                List<Integer> closed = new ArrayList<>();
                buckets.close(CLOSING, watermark, closed::add);
                buckets.trim(limit);
                return closed;
            };
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void values(long seed) {
        ArchivedStates.<BytesValues>check(BytesValues.kind(), seed, random -> {
            int number = random.nextInt(40);
            byte[] bytes = new byte[random.nextInt(500)];
            random.nextBytes(bytes);
            boolean clears = random.nextInt(3) == 0;
            return values -> {
                if (clears) {
                    values.clear(number);
                } else {
                    values.set(number, bytes, 0, bytes.length);
                }
                values.trim(40);
                return values.has(number) ? Arrays.toString(values.get(number)) : "none";
            };
        });
        ArchivedStates.<LongValues>check(LongValues.kind(), seed, random -> {
            int number = random.nextInt(40);
            long change = random.nextLong();
            return values -> List.of(values.get(number), values.add(number, change));
        });
        ArchivedStates.<IntValues>check(IntValues.kind(), seed, random -> {
            int number = random.nextInt(40);
            int change = random.nextInt();
            return values -> List.of(values.get(number), values.add(number, change));
        });
    }
}
