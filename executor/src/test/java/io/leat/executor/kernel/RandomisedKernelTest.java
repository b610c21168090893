package io.leat.executor.kernel;

import static io.leat.executor.kernel.Evaluate.call;
import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Kernels against one plain Java function a row, on random values with NULLs, edge values and rows that fail, for chunk
 * sizes around the words of the validity bits and for random selections. {@code -Dleat.test.seed=N} repeats a run.
 */
class RandomisedKernelTest {
    private static final long SEED = Long.getLong("leat.test.seed", 20_260_131L);
    private static final List<Integer> SIZES = List.of(1, 63, 64, 65, 4_096);

    private static final DataType INT = DataType.INTEGER;
    private static final DataType LONG = DataType.BIGINT;
    private static final DataType TEXT = DataType.STRING;
    private static final DataType BOOL = DataType.BOOLEAN;
    private static final DataType NARROW = DataType.decimal(9, 2);
    private static final DataType WIDE = DataType.decimal(30, 4);

    private final Random random = new Random(SEED);

    /** What the reference says about a row that cannot be computed. */
    private static final Object FAILS = new Object();

    /** A kernel and the Java function that it must equal; NULLs and arithmetic errors are dealt with outside. */
    private record Subject(
            String name, DataType a, DataType b, Expression expression, BinaryOperator<Object> reference) {}

    @TestFactory
    List<DynamicTest> kernelsEqualTheirReference() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Subject subject : subjects()) {
            for (int size : SIZES) {
                String name = subject.name + " on " + size + " rows, seed " + SEED;
                tests.add(DynamicTest.dynamicTest(name, () -> check(subject, size)));
            }
        }
        return tests;
    }

    private static Call binary(Operation operation, DataType type, DataType a, DataType b) {
        return call(operation, type, column(0, a), column(1, b));
    }

    private static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        integers(subjects);
        decimals(subjects);
        comparisons(subjects);
        texts(subjects);
        casts(subjects);
        return subjects;
    }

    private static void integers(List<Subject> subjects) {
        Map<Operation, BinaryOperator<Long>> longs = Map.of(
                Operation.PLUS, Math::addExact,
                Operation.MINUS, Math::subtractExact,
                Operation.TIMES, Math::multiplyExact,
                Operation.DIVIDE, (x, y) -> x == Long.MIN_VALUE && y == -1 ? Math.negateExact(x) : (Long) (x / y),
                Operation.MODULO, (x, y) -> x % y);
        longs.forEach((operation, reference) -> {
            subjects.add(new Subject(
                    "BIGINT " + operation,
                    LONG,
                    LONG,
                    binary(operation, LONG, LONG, LONG),
                    (x, y) -> reference.apply((Long) x, (Long) y)));
            subjects.add(new Subject(
                    "INT " + operation,
                    INT,
                    INT,
                    binary(operation, INT, INT, INT),
                    (x, y) -> Math.toIntExact(reference.apply((long) (Integer) x, (long) (Integer) y))));
        });
    }

    private static void decimals(List<Subject> subjects) {
        Map<Operation, BinaryOperator<BigDecimal>> exact = Map.of(
                Operation.PLUS, BigDecimal::add,
                Operation.MINUS, BigDecimal::subtract,
                Operation.TIMES, BigDecimal::multiply,
                Operation.DIVIDE, (x, y) -> x.divide(y, 60, RoundingMode.DOWN),
                Operation.MODULO, BigDecimal::remainder);
        List<DataType> results = List.of(DataType.decimal(18, 4), DataType.decimal(38, 6));
        exact.forEach((operation, reference) -> {
            for (DataType result : results) {
                addDecimals(subjects, operation, NARROW, NARROW, result, reference);
                addDecimals(subjects, operation, NARROW, DataType.decimal(6, 3), result, reference);
                addDecimals(subjects, operation, WIDE, NARROW, result, reference);
            }
        });
    }

    private static void addDecimals(
            List<Subject> subjects,
            Operation operation,
            DataType a,
            DataType b,
            DataType result,
            BinaryOperator<BigDecimal> reference) {
        String name = a + " " + operation + " " + b + " as " + result;
        subjects.add(new Subject(
                name,
                a,
                b,
                binary(operation, result, a, b),
                (x, y) -> rounded(reference.apply((BigDecimal) x, (BigDecimal) y), result)));
    }

    private static BigDecimal rounded(BigDecimal value, DataType type) {
        BigDecimal rounded = value.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() > type.precision() && rounded.signum() != 0) {
            throw new ArithmeticException("too many digits");
        }
        return rounded;
    }

    private static void comparisons(List<Subject> subjects) {
        for (DataType type : List.of(LONG, DataType.DOUBLE, TEXT, NARROW, WIDE, DataType.TIMESTAMP)) {
            subjects.add(compare(Operation.LESS, type, order -> order < 0));
            subjects.add(compare(Operation.GREATER_OR_EQUAL, type, order -> order >= 0));
            subjects.add(compare(Operation.EQUALS, type, order -> order == 0));
            subjects.add(compare(Operation.NOT_EQUALS, type, order -> order != 0));
        }
    }

    private static Subject compare(Operation operation, DataType type, Function<Integer, Boolean> answer) {
        return new Subject(
                type + " " + operation,
                type,
                type,
                binary(operation, BOOL, type, type),
                (x, y) -> answer.apply(order(x, y)));
    }

    @SuppressWarnings("unchecked")
    private static int order(Object x, Object y) {
        if (x instanceof String a && y instanceof String b) {
            int[] left = a.codePoints().toArray();
            return java.util.Arrays.compare(left, b.codePoints().toArray());
        }
        if (x instanceof Double a && y instanceof Double b && a == 0 && b == 0) {
            return 0;
        }
        return ((Comparable<Object>) x).compareTo(y);
    }

    private static void texts(List<Subject> subjects) {
        subjects.add(new Subject(
                "UPPER",
                TEXT,
                TEXT,
                call(Operation.UPPER, TEXT, column(0, TEXT)),
                (x, y) -> ((String) x).toUpperCase(java.util.Locale.ROOT)));
        subjects.add(new Subject(
                "CONCAT", TEXT, TEXT, binary(Operation.CONCAT, TEXT, TEXT, TEXT), (x, y) -> (String) x + y));
        subjects.add(new Subject(
                "CHARACTER_LENGTH",
                TEXT,
                TEXT,
                call(Operation.CHARACTER_LENGTH, INT, column(0, TEXT)),
                (x, y) -> ((String) x).codePointCount(0, ((String) x).length())));
        subjects.add(new Subject(
                "SUBSTRING",
                TEXT,
                INT,
                call(Operation.SUBSTRING, TEXT, column(0, TEXT), column(1, INT), Evaluate.integer(3)),
                (x, y) -> substring((String) x, (Integer) y)));
        subjects.add(new Subject(
                "LIKE",
                TEXT,
                TEXT,
                binary(Operation.LIKE, BOOL, TEXT, TEXT),
                (x, y) -> like((String) x, 0, (String) y, 0)));
    }

    private static String substring(String text, int start) {
        StringBuilder result = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (long i = start; i < start + 3L; i++) {
            if (i >= 1 && i <= characters.length) {
                result.appendCodePoint(characters[(int) i - 1]);
            }
        }
        return result.toString();
    }

    /** LIKE by trying everything. */
    private static boolean like(String text, int i, String pattern, int p) {
        if (p == pattern.length()) {
            return i == text.length();
        }
        if (pattern.charAt(p) == '%') {
            return like(text, i, pattern, p + 1) || (i < text.length() && like(text, i + 1, pattern, p));
        }
        if (i == text.length()) {
            return false;
        }
        int wanted = pattern.codePointAt(p);
        int found = text.codePointAt(i);
        return (wanted == '_' || wanted == found)
                && like(text, i + Character.charCount(found), pattern, p + Character.charCount(wanted));
    }

    private static void casts(List<Subject> subjects) {
        cast(subjects, LONG, INT, x -> Math.toIntExact((Long) x));
        cast(subjects, LONG, TEXT, Object::toString);
        cast(subjects, NARROW, DataType.DOUBLE, x -> ((BigDecimal) x).doubleValue());
        cast(subjects, WIDE, NARROW, x -> rounded((BigDecimal) x, NARROW));
        cast(subjects, NARROW, WIDE, x -> rounded((BigDecimal) x, WIDE));
        cast(subjects, NARROW, INT, x -> ((BigDecimal) x).intValue());
        cast(subjects, DataType.TIMESTAMP, DataType.DATE, x -> ((LocalDateTime) x).toLocalDate());
        DataType seconds = new DataType(DataType.TIMESTAMP.kind(), 0, 0, true, List.of());
        cast(subjects, DataType.TIMESTAMP, seconds, x -> ((LocalDateTime) x).truncatedTo(ChronoUnit.SECONDS));
        Expression there = new Cast(column(0, DataType.TIMESTAMP), TEXT, false);
        subjects.add(new Subject(
                "TIMESTAMP to text and back",
                DataType.TIMESTAMP,
                LONG,
                new Cast(there, DataType.TIMESTAMP, false),
                (x, y) -> x));
        Expression written = new Cast(column(0, WIDE), TEXT, false);
        subjects.add(new Subject("DECIMAL to text and back", WIDE, LONG, new Cast(written, WIDE, false), (x, y) -> x));
    }

    private static void cast(List<Subject> subjects, DataType from, DataType to, Function<Object, Object> reference) {
        subjects.add(new Subject(
                "CAST " + from + " to " + to,
                from,
                LONG,
                new Cast(column(0, from), to, false),
                (x, y) -> reference.apply(x)));
    }

    private void check(Subject subject, int size) {
        List<Object> a = values(subject.a, size);
        List<Object> b = values(subject.b, size);
        Chunk input = chunk(columnOf(subject.a, a), columnOf(subject.b, b));
        boolean unary = subject.expression.operands().size() == 1;
        Selection selection = random.nextBoolean() ? Selection.all(size) : someOf(size);
        FallibleEvaluation.Values computed =
                FallibleEvaluation.evaluate(List.of(KernelCompiler.compile(subject.expression)), input, selection);
        List<Integer> failures = new ArrayList<>();
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            Object expected = expected(subject, a.get(row), unary ? 0L : b.get(row));
            if (expected == FAILS) {
                failures.add(row);
            } else {
                Object actual = JavaValues.get(
                        subject.expression.type(), computed.columns().get(0), row);
                assertEquals(expected, actual, () -> subject.name + "(" + a.get(row) + ", " + b.get(row) + ")");
            }
        }
        assertEquals(failures, computed.failures().stream().map(RowFailure::row).toList());
    }

    private static Object expected(Subject subject, Object a, Object b) {
        if (a == null || b == null) {
            return null;
        }
        try {
            return subject.reference.apply(a, b);
        } catch (ArithmeticException failure) {
            return FAILS;
        }
    }

    private Selection someOf(int size) {
        int[] rows = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            rows[count] = i;
            count += random.nextInt(3) == 0 ? 1 : 0;
        }
        return new Selection(rows, count);
    }

    private List<Object> values(DataType type, int size) {
        boolean nulls = random.nextBoolean();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(nulls && random.nextInt(5) == 0 ? null : value(type));
        }
        return values;
    }

    private Object value(DataType type) {
        return switch (type.kind()) {
            case INTEGER ->
                random.nextInt(50) == 0
                        ? edge(Integer.MIN_VALUE, Integer.MAX_VALUE).intValue()
                        : random.nextInt(200) - 99;
            case BIGINT ->
                random.nextInt(50) == 0 ? edge(Long.MIN_VALUE, Long.MAX_VALUE) : (Long) (random.nextInt(2_000) - 999L);
            case DOUBLE ->
                List.of(-0.0, 0.0, 1.5, Double.NaN, Double.NEGATIVE_INFINITY, random.nextGaussian())
                        .get(random.nextInt(6));
            case DECIMAL -> decimal(type);
            case TIMESTAMP ->
                LocalDateTime.of(1970, 1, 1, 0, 0).plus(random.nextLong() % 40_000_000_000_000L, ChronoUnit.MILLIS);
            default -> text();
        };
    }

    private Long edge(long least, long greatest) {
        return List.of(least, least + 1, -1L, 0L, greatest - 1, greatest).get(random.nextInt(6));
    }

    private BigDecimal decimal(DataType type) {
        int digits = random.nextInt(type.precision()) + 1;
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
        for (int i = 0; i < digits; i++) {
            text.append(random.nextInt(8) == 0 ? 5 : random.nextInt(10));
        }
        return new BigDecimal(new java.math.BigInteger(text.toString()), type.scale());
    }

    private String text() {
        List<String> parts = List.of("a", "b", "B", "_", "%", "ä", "ß", "\uD83D\uDE00", " ", "\uFFFD");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }
}
