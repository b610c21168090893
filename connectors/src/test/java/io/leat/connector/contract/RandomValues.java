package io.leat.connector.contract;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random values of every type, ugly ones among them. */
public final class RandomValues {
    private static final long MILLIS_MAX = 253_402_300_799_999L;
    private static final long MILLIS_MIN = -62_135_596_800_000L;
    private static final int DAYS_MAX = 2_932_896;
    private static final int DAYS_MIN = -719_162;
    private static final List<String> PIECES = List.of(
            "a", "Z", " ", ",", ";", "\"", "'", "\n", "\r\n", "\t", "#", "\\", "0", "-", "null", "ä", "漢", "😀", "{",
            "\u0001", "");

    private final Random random;

    /** Values from a generator. */
    public RandomValues(Random random) {
        this.random = random;
    }

    /** A chunk of random rows. */
    public Chunk chunk(List<Field> fields, int rows) {
        ChunkBuilder builder = new ChunkBuilder(fields.stream().map(Field::type).toList(), rows);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < fields.size(); i++) {
                DataType type = fields.get(i).type();
                JavaValues.append(builder.column(i), type, value(type));
            }
            builder.endRow(1);
        }
        return builder.build();
    }

    /** A random value, NULL at times if the type has it. */
    public Object value(DataType type) {
        if (type.nullable() && random.nextInt(6) == 0) {
            return null;
        }
        return switch (type.kind()) {
            case BOOLEAN -> random.nextBoolean();
            case TINYINT -> (byte) random.nextInt();
            case SMALLINT -> (short) random.nextInt();
            case INTEGER -> random.nextInt() >> random.nextInt(32);
            case BIGINT -> random.nextLong() >> random.nextInt(64);
            case REAL -> (float) approximate();
            case DOUBLE -> approximate();
            case DECIMAL -> decimal(type);
            case CHAR, VARCHAR -> text(Math.min(type.precision(), 12));
            case BINARY, VARBINARY -> bytes(Math.min(type.precision(), 12));
            case DATE -> LocalDate.ofEpochDay(between(DAYS_MIN, DAYS_MAX));
            case TIME -> LocalTime.ofNanoOfDay(between(0, 86_399_999) * 1_000_000L);
            case TIMESTAMP -> LocalDateTime.ofInstant(instant(), ZoneOffset.UTC);
            case TIMESTAMP_LTZ -> instant();
            case INTERVAL_MONTHS -> Period.ofMonths(random.nextInt(10_000)).normalized();
            case INTERVAL_MILLIS -> Duration.ofMillis(random.nextInt());
            case ARRAY -> array(type);
            case MAP -> map(type);
            case ROW -> row(type);
            case NULL -> null;
        };
    }

    private double approximate() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> 0.0;
            case 3 -> random.nextInt(1_000);
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
        };
    }

    private BigDecimal decimal(DataType type) {
        BigInteger bound = BigInteger.TEN.pow(1 + random.nextInt(type.precision()));
        BigInteger unscaled = new BigInteger(bound.bitLength() + 4, random).mod(bound);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), type.scale());
    }

    private String text(int charactersMax) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.length() > charactersMax ? "long" : text.toString();
    }

    private byte[] bytes(int lengthMax) {
        byte[] bytes = new byte[random.nextInt(lengthMax + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant instant() {
        return Instant.ofEpochMilli(between(MILLIS_MIN, MILLIS_MAX));
    }

    private long between(long min, long max) {
        return min + Math.floorMod(random.nextLong(), max - min + 1);
    }

    private List<Object> array(DataType type) {
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(value(type.element()));
        }
        return elements;
    }

    private Map<Object, Object> map(DataType type) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            DataType key = type.children().get(0).type().withNullable(false);
            entries.put(value(key), value(type.children().get(1).type()));
        }
        return entries;
    }

    private List<Object> row(DataType type) {
        List<Object> members = new ArrayList<>();
        type.children().forEach(member -> members.add(value(member.type())));
        return members;
    }
}
