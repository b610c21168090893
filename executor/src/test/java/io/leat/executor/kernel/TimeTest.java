package io.leat.executor.kernel;

import static io.leat.core.expression.Operation.CEIL_TIME;
import static io.leat.core.expression.Operation.DIVIDE;
import static io.leat.core.expression.Operation.EXTRACT;
import static io.leat.core.expression.Operation.FLOOR_TIME;
import static io.leat.core.expression.Operation.MINUS;
import static io.leat.core.expression.Operation.NEGATE;
import static io.leat.core.expression.Operation.PLUS;
import static io.leat.core.expression.Operation.TIMES;
import static io.leat.executor.kernel.Evaluate.assertCastFails;
import static io.leat.executor.kernel.Evaluate.call;
import static io.leat.executor.kernel.Evaluate.cast;
import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.of;
import static io.leat.executor.kernel.Evaluate.rows;
import static io.leat.executor.kernel.Evaluate.text;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTest {
    private static final DataType DATE = DataType.DATE;
    private static final DataType TIMESTAMP = DataType.TIMESTAMP;
    private static final DataType TIME = new DataType(TypeKind.TIME, 3, 0, true, List.of());
    private static final DataType MONTHS = DataType.of(TypeKind.INTERVAL_MONTHS);
    private static final DataType MILLIS = DataType.of(TypeKind.INTERVAL_MILLIS);

    private static DataType timestamp(int precision) {
        return new DataType(TypeKind.TIMESTAMP, precision, 0, true, List.of());
    }

    private static Literal date(String text) {
        return value(DATE, LocalDate.parse(text));
    }

    private static Literal at(String text) {
        return value(TIMESTAMP, LocalDateTime.parse(text));
    }

    private static Literal months(int months) {
        return value(MONTHS, Period.ofMonths(months));
    }

    private static Literal millis(Duration duration) {
        return value(MILLIS, duration);
    }

    private static Object unit(Operation operation, DataType type, String unit, Literal operand) {
        return rows(
                        call(operation, type, text(unit), column(0, operand.type())),
                        chunk(columnOf(operand.type(), Arrays.asList(operand.value(), null))))
                .get(0);
    }

    private static Object extract(String unit, Literal operand) {
        return unit(EXTRACT, DataType.BIGINT, unit, operand);
    }

    @Test
    void calendarAgreesWithTheLibraryOverManyCenturies() {
        for (long day = -1_500_000; day < 1_500_000; day += 37) {
            LocalDate expected = LocalDate.ofEpochDay(day);
            assertEquals(expected.getYear(), CivilDate.year(day));
            assertEquals(expected.getMonthValue(), CivilDate.monthOfYear(day));
            assertEquals(expected.getDayOfMonth(), CivilDate.dayOfMonth(day));
            assertEquals(expected.getDayOfYear(), CivilDate.dayOfYear(day));
            assertEquals(expected.getDayOfWeek().getValue(), CivilDate.isoDayOfWeek(day));
            assertEquals(expected.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), CivilDate.isoWeek(day));
            assertEquals(expected.get(IsoFields.WEEK_BASED_YEAR), CivilDate.isoYear(day));
            assertEquals(expected.plusMonths(day % 50).toEpochDay(), CivilDate.plusMonths(day, day % 50));
        }
    }

    @Test
    void extractTakesParts() {
        Literal time = at("2024-02-29T13:14:15.678");
        List<String> units = List.of(
                "YEAR",
                "QUARTER",
                "MONTH",
                "WEEK",
                "DOW",
                "ISODOW",
                "DOY",
                "DAY",
                "HOUR",
                "MINUTE",
                "SECOND",
                "MILLISECOND",
                "DECADE",
                "CENTURY",
                "MILLENNIUM",
                "EPOCH");
        List<Long> expected =
                List.of(2024L, 1L, 2L, 9L, 5L, 4L, 60L, 29L, 13L, 14L, 15L, 678L, 202L, 21L, 3L, 1_709_212_455L);
        for (int i = 0; i < units.size(); i++) {
            assertEquals(expected.get(i), extract(units.get(i), time), units.get(i));
        }
    }

    @Test
    void extractBeforeTheEpochAndFromOtherTypes() {
        Literal before = at("1969-12-31T23:59:59.999");
        assertEquals(1969L, extract("YEAR", before));
        assertEquals(23L, extract("HOUR", before));
        assertEquals(999L, extract("MILLISECOND", before));
        assertEquals(-1L, extract("EPOCH", before));
        assertEquals(20L, extract("CENTURY", date("2000-12-31")));
        assertEquals(-1L, extract("CENTURY", date("0000-01-01")));
        assertEquals(0L, extract("HOUR", date("2000-12-31")));
        assertEquals(86_400L, extract("EPOCH", date("1970-01-02")));
        assertEquals(7L, extract("hour", value(TIME, LocalTime.of(7, 8))));
        assertEquals(1L, extract("YEAR", months(14)));
        assertEquals(-2L, extract("MONTH", months(-14)));
        assertEquals(-1L, extract("DAY", millis(Duration.ofHours(-30))));
        assertEquals(-6L, extract("HOUR", millis(Duration.ofHours(-30))));
        LeatException error = assertThrows(LeatException.class, () -> extract("YEAR", value(TIME, LocalTime.NOON)));
        assertEquals("EXTRACT of YEAR from TIME is not supported", error.getMessage());
    }

    @Test
    void floorAndCeilRoundToUnits() {
        assertRounds("SECOND", "2024-02-29T13:14:15.678", "2024-02-29T13:14:15", "2024-02-29T13:14:16");
        assertRounds("MINUTE", "2024-02-29T13:14:15.678", "2024-02-29T13:14:00", "2024-02-29T13:15:00");
        assertRounds("HOUR", "1969-12-31T23:59:59.999", "1969-12-31T23:00:00", "1970-01-01T00:00:00");
        assertRounds("DAY", "2024-02-29T13:14:15.678", "2024-02-29T00:00:00", "2024-03-01T00:00:00");
        assertRounds("WEEK", "2024-02-29T13:14:15.678", "2024-02-25T00:00:00", "2024-03-03T00:00:00");
        assertRounds("MONTH", "2024-02-29T13:14:15.678", "2024-02-01T00:00:00", "2024-03-01T00:00:00");
        assertRounds("QUARTER", "2024-02-29T13:14:15.678", "2024-01-01T00:00:00", "2024-04-01T00:00:00");
        assertRounds("YEAR", "1969-12-31T23:59:59.999", "1969-01-01T00:00:00", "1970-01-01T00:00:00");
        assertRounds("CENTURY", "2000-12-31T00:00:00", "1901-01-01T00:00:00", "2001-01-01T00:00:00");
        assertRounds("ISOYEAR", "2021-01-01T00:00:00", "2019-12-30T00:00:00", "2021-01-04T00:00:00");
        assertRounds("MONTH", "2024-02-01T00:00:00", "2024-02-01T00:00:00", "2024-02-01T00:00:00");
        assertEquals(LocalDate.of(2024, 2, 1), unit(FLOOR_TIME, DATE, "MONTH", date("2024-02-29")));
        assertEquals(LocalTime.of(14, 0), unit(CEIL_TIME, TIME, "HOUR", value(TIME, LocalTime.of(13, 1))));
        assertEquals(DayOfWeek.SUNDAY, LocalDate.of(2024, 2, 25).getDayOfWeek());
    }

    private static void assertRounds(String unit, String time, String floor, String ceil) {
        assertEquals(LocalDateTime.parse(floor), unit(FLOOR_TIME, TIMESTAMP, unit, at(time)), unit);
        assertEquals(LocalDateTime.parse(ceil), unit(CEIL_TIME, TIMESTAMP, unit, at(time)), unit);
    }

    @Test
    void timesMoveByIntervals() {
        assertEquals(LocalDate.of(2024, 2, 29), of(PLUS, DATE, date("2024-01-31"), months(1)));
        assertEquals(LocalDate.of(2023, 2, 28), of(MINUS, DATE, date("2024-02-29"), months(12)));
        assertEquals(LocalDate.of(2024, 2, 1), of(PLUS, DATE, millis(Duration.ofDays(1)), date("2024-01-31")));
        assertEquals(
                LocalDateTime.parse("2024-01-31T00:00:01"),
                of(PLUS, TIMESTAMP, date("2024-01-31"), millis(Duration.ofSeconds(1))));
        assertEquals(
                LocalDateTime.parse("1969-11-30T23:59:59.999"),
                of(MINUS, TIMESTAMP, at("1969-12-31T23:59:59.999"), months(1)));
        assertEquals(LocalTime.of(1, 0), of(PLUS, TIME, value(TIME, LocalTime.of(23, 0)), millis(Duration.ofHours(2))));
        assertEquals(
                Instant.ofEpochMilli(-5_000),
                of(
                        MINUS,
                        DataType.TIMESTAMP_LTZ,
                        value(DataType.TIMESTAMP_LTZ, Instant.EPOCH),
                        millis(Duration.ofSeconds(5))));
    }

    @Test
    void intervalsComputeAndLieBetweenTimes() {
        assertEquals(Duration.ofDays(-1), of(MINUS, MILLIS, date("2024-02-29"), date("2024-03-01")));
        assertEquals(Period.ofMonths(1), of(MINUS, MONTHS, at("2024-03-31T00:00:00"), at("2024-02-29T00:00:00")));
        assertEquals(Period.ZERO, of(MINUS, MONTHS, at("2024-03-28T00:00:00"), at("2024-02-29T00:00:00")));
        assertEquals(
                Duration.ofMinutes(3), of(PLUS, MILLIS, millis(Duration.ofMinutes(1)), millis(Duration.ofMinutes(2))));
        assertEquals(Duration.ofMinutes(6), of(TIMES, MILLIS, integer(3), millis(Duration.ofMinutes(2))));
        assertEquals(Duration.ofSeconds(40), of(DIVIDE, MILLIS, millis(Duration.ofMinutes(2)), integer(3)));
        assertEquals(
                Duration.ofSeconds(90), of(TIMES, MILLIS, millis(Duration.ofMinutes(1)), value(DataType.DOUBLE, 1.5)));
        assertEquals(Period.ofMonths(-2), of(NEGATE, MONTHS, months(2)));
        assertEquals(1, ChronoUnit.DAYS.between(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1)));
    }

    @Test
    void timesBecomeText() {
        assertEquals("2001-01-01 00:00:00.000", cast(at("2001-01-01T00:00:00"), DataType.STRING));
        LocalDateTime early = LocalDateTime.parse("0099-12-31T23:59:59.987");
        assertEquals("0099-12-31 23:59:59", cast(value(timestamp(0), early), DataType.STRING));
        assertEquals("0099-12-31 23:59:59.9", cast(value(timestamp(1), early), DataType.STRING));
        assertEquals("0099-12-31 23:59:59.987000", cast(value(timestamp(6), early), DataType.STRING));
        assertEquals("1969-12-31", cast(date("1969-12-31"), DataType.STRING));
        assertEquals("07:08:09.010", cast(value(TIME, LocalTime.of(7, 8, 9, 10_000_000)), DataType.STRING));
        assertEquals("-1-02", cast(months(-14), DataType.STRING));
        assertEquals("+1 02:03:04.000", cast(millis(Duration.parse("P1DT2H3M4S")), DataType.STRING));
    }

    @Test
    void textBecomesTimes() {
        LocalDateTime expected = LocalDateTime.parse("2026-01-31T10:00:00.123");
        for (String form : List.of(
                "2026-01-31 10:00:00.123",
                "2026-01-31T10:00:00.123",
                " 2026-1-31 10:0:0.123456 ",
                "2026-01-31T10:00:00.123Z",
                "2026-01-31T12:00:00.123+02:00",
                "2026-01-31T05:30:00.123-0430")) {
            assertEquals(expected, cast(text(form), TIMESTAMP), form);
        }
        assertEquals(LocalDateTime.parse("2026-01-31T00:00:00"), cast(text("2026-01-31"), TIMESTAMP));
        assertEquals(
                Instant.parse("2026-01-31T10:00:00.123Z"),
                cast(text("2026-01-31 10:00:00.123"), DataType.TIMESTAMP_LTZ));
        assertEquals(LocalDateTime.parse("2026-01-31T10:00:00"), cast(text("2026-01-31 10:00:00.9"), timestamp(0)));
        assertEquals(LocalDate.of(2024, 2, 29), cast(text("2024-02-29"), DATE));
        assertEquals(LocalTime.of(7, 8), cast(text("07:08"), TIME));
    }

    @Test
    void textThatIsNoTimeIsRefused() {
        for (String form : List.of(
                "2026-02-29",
                "2026-13-01",
                "2026-01-00",
                "2026-01-31 24:00:00",
                "2026-01-31 10:60:00",
                "abc",
                "",
                "2026-01-31x",
                "2026-01-31 10:00:00.",
                "2026-01-31T10:00:00+",
                "2026",
                "2026-01-31 ab")) {
            assertCastFails(
                    text(form), TIMESTAMP, ErrorCode.INVALID_DATETIME, "cannot cast \"" + form + "\" to TIMESTAMP(3)");
        }
        assertCastFails(text("25:00"), TIME, ErrorCode.INVALID_DATETIME, "cannot cast \"25:00\" to TIME");
    }

    @Test
    void timesBecomeOtherTimes() {
        Literal before = at("1969-12-31T23:59:59.999");
        assertEquals(LocalDate.of(1969, 12, 31), cast(before, DATE));
        assertEquals(LocalTime.of(23, 59, 59, 999_000_000), cast(before, TIME));
        assertEquals(LocalDateTime.parse("1969-12-31T23:59:59"), cast(before, timestamp(0)));
        assertEquals(Instant.parse("1969-12-31T23:59:59.999Z"), cast(before, DataType.TIMESTAMP_LTZ));
        assertEquals(LocalDateTime.parse("1969-12-31T00:00:00"), cast(date("1969-12-31"), TIMESTAMP));
        assertEquals(LocalDateTime.parse("1970-01-01T07:08:00"), cast(value(TIME, LocalTime.of(7, 8)), TIMESTAMP));
        assertEquals(-1L, cast(before, DataType.BIGINT));
    }
}
