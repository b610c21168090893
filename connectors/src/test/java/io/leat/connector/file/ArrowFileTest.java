package io.leat.connector.file;

import static io.leat.connector.contract.Tables.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.CollectingRows;
import io.leat.connector.contract.Seeds;
import io.leat.connector.contract.SourceContract;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrow files keep the contract of sources, and what is in them comes out as it is. */
class ArrowFileTest extends SourceContract {
    private static final List<ColumnDefinition> COLUMNS = List.of(
            column("NAME", DataType.STRING),
            column("id", DataType.BIGINT.withNullable(false)),
            column("text", DataType.STRING),
            column("flag", DataType.BOOLEAN),
            column("number", DataType.INTEGER),
            column("unsigned", DataType.BIGINT),
            column("single", DataType.of(TypeKind.REAL)),
            column("twice", DataType.DOUBLE),
            column("price", DataType.decimal(18, 4)),
            column("wide", DataType.decimal(38, 4)),
            column("data", DataType.BYTES),
            column("day", DataType.DATE),
            column("clock", DataType.of(TypeKind.TIME)),
            column("ts", DataType.TIMESTAMP),
            column("ltz", DataType.TIMESTAMP_LTZ));

    @TempDir
    Path directory;

    private FileFixture files;

    @BeforeEach
    void prepare() {
        files = new FileFixture(directory);
        files.write("d/a.arrow", ArrowFixture.bytes(false, true, 9, 0, 17));
        files.write("d/b.arrows", ArrowFixture.bytes(true, false, 1, 12));
    }

    @Override
    protected Connector connector() {
        return new FileConnector(8);
    }

    @Override
    protected TableDefinition table() {
        return FileFixture.table(COLUMNS, "d", "arrow");
    }

    @Override
    protected SourceContext context() {
        return files.context();
    }

    @Test
    void readsEveryType() {
        CollectingRows rows = files.read(table(), 8);
        List<Object> six = Arrays.asList(
                "n6",
                6L,
                "ä6",
                true,
                -6,
                4294967289L,
                3f,
                0.75,
                new BigDecimal("-0.0006"),
                new BigDecimal("0.0000"),
                "06",
                LocalDate.of(1970, 1, 7),
                LocalTime.of(0, 0, 0, 6_000_000),
                LocalDateTime.of(1970, 1, 1, 0, 0, 0, 6_000_000),
                Instant.ofEpochMilli(-7));
        assertEquals(
                six,
                rows.values().stream()
                        .filter(row -> row.get(1).equals(6L))
                        .findFirst()
                        .orElseThrow());
        List<Object> three = rows.values().get(3);
        assertEquals(3L, three.get(1));
        assertEquals(14, three.stream().filter(value -> value == null).count());
        assertEquals(26 - 5 + 13, rows.rows().size());
        assertEquals(5, rows.bad().size());
        assertEquals(
                "a.arrow at 4",
                rows.bad().get(0).partition() + " at " + rows.bad().get(0).offset());
        assertEquals(
                "field \"id\": expected BIGINT NOT NULL, found no value",
                rows.bad().get(0).reason());
    }

    private LeatException refused(List<ColumnDefinition> columns, String path, String... options) {
        TableDefinition table = FileFixture.table(columns, path, "arrow", options);
        return assertThrows(LeatException.class, () -> {
            connector().validate(table);
            files.read(table, 8);
        });
    }

    @Test
    void saysWhatItCannotRead() {
        assertEquals(
                "column \"name\" is BIGINT, but the file's field is Utf8",
                refused(List.of(column("name", DataType.BIGINT)), "d").getMessage());
        assertEquals(
                "column \"unsigned\" is INT, but the file's field is UInt32",
                refused(List.of(column("unsigned", DataType.INTEGER)), "d").getMessage());
        assertEquals(
                "column \"tags\" is STRING, but the file's field is List",
                refused(List.of(column("tags", DataType.STRING)), "d").getMessage());
        String missing = refused(List.of(column("idd", DataType.BIGINT)), "d").getMessage();
        assertTrue(missing.startsWith("the file has no field \"idd\"; it has id, tags, name, text, "), missing);
        List<ColumnDefinition> id = List.of(column("id", DataType.BIGINT));
        assertEquals(
                ErrorCode.UNSUPPORTED,
                refused(id, "d", "source.monitor-interval", "1 s").code());
        assertEquals(
                ErrorCode.UNSUPPORTED,
                refused(List.of(column("tags", DataType.array(DataType.BIGINT))), "d")
                        .code());
        files.write("text.arrow", "id,name\n1,2\n");
        assertEquals(
                "cannot read file \"text.arrow\"", refused(id, "text.arrow").getMessage());
    }

    @Test
    void neverFallsOverDamagedFiles() {
        byte[] sound = ArrowFixture.bytes(false, false, 9, 17);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            Random random = Seeds.random(i);
            byte[] damaged =
                    random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int change = random.nextInt(4); change >= 0 && damaged.length > 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            files.write("damaged.arrow", damaged);
            try {
                files.read(FileFixture.table(COLUMNS, "damaged.arrow", "arrow"), 8);
            } catch (LeatException expected) {
                refused++;
                assertTrue(expected.code() != ErrorCode.INTERNAL, Seeds.repeat(getClass(), i));
            }
        }
        assertTrue(refused > 100, refused + " were refused");
    }
}
