package io.leat.engine.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.Leat;
import io.leat.engine.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;

/** Results of SQL as Arrow batches and as an Arrow stream, with and without the flag that Arrow's writer needs. */
class ArrowStreamTest {

    @Test
    void aQueryIsWrittenAndReadAgain() throws IOException {
        try (BufferAllocator allocator = new RootAllocator();
                Leat leat = Leat.open()) {
            fill(leat);
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try (Result result = leat.query("SELECT k, v FROM t ORDER BY v");
                    ArrowBatches batches = ArrowBatches.of(result.cursor(), allocator)) {
                assertEquals(3, batches.writeTo(output));
            }
            List<Object> read = new ArrayList<>();
            try (ArrowStreamReader reader =
                    new ArrowStreamReader(new ByteArrayInputStream(output.toByteArray()), allocator)) {
                while (reader.loadNextBatch()) {
                    var root = reader.getVectorSchemaRoot();
                    for (int row = 0; row < root.getRowCount(); row++) {
                        read.add(root.getVector("k").getObject(row) + "="
                                + root.getVector("v").getObject(row));
                    }
                }
            }
            assertEquals(List.of("a=1", "b=2", "null=3"), read);
        }
    }

    @Test
    void changesComeAsBatchesWithTickAndWeight() {
        try (BufferAllocator allocator = new RootAllocator();
                Leat leat = Leat.open()) {
            fill(leat);
            try (Result result = leat.query("SUBSCRIBE TO (SELECT v FROM t)");
                    ArrowBatches batches = ArrowBatches.of(result.cursor(), allocator)) {
                assertEquals(3, batches.next().orElseThrow().getRowCount());
                leat.execute("DELETE FROM t WHERE v = 2");
                assertEquals(1, batches.next().orElseThrow().getRowCount());
                assertEquals(-1, ((BigIntVector) batches.root().getVector("leat_weight")).get(0));
                assertEquals(2, batches.root().getVector("v").getObject(0));
            }
            assertEquals(0, allocator.getAllocatedMemory());
        }
    }

    @Test
    void batchesNeedNoFlagAndStreamsSayWhichOneTheyNeed() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WithoutFlags.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals(
                List.of(
                        "3 rows",
                        "writing an Arrow stream is not supported in this JVM as it is",
                        "Start Java with --add-opens=java.base/java.nio=ALL-UNNAMED. Reading batches needs no flag."),
                said.lines().toList());
    }

    private static void fill(Leat leat) {
        leat.execute("CREATE TABLE t (k STRING, v INT); INSERT INTO t VALUES ('a', 1), ('b', 2), (NULL, 3)");
    }

    /** What a program does in a JVM that was started without any flag. */
    static final class WithoutFlags {
        private WithoutFlags() {}

        public static void main(String[] arguments) {
            try (BufferAllocator allocator = new RootAllocator();
                    Leat leat = Leat.open()) {
                fill(leat);
                try (Result result = leat.query("SELECT * FROM t");
                        ArrowBatches batches = ArrowBatches.of(result.cursor(), allocator)) {
                    System.out.println(batches.next().orElseThrow().getRowCount() + " rows");
                }
                write(leat, allocator);
            }
        }

        private static void write(Leat leat, BufferAllocator allocator) {
            try (Result result = leat.query("SELECT * FROM t");
                    ArrowBatches batches = ArrowBatches.of(result.cursor(), allocator)) {
                batches.writeTo(new ByteArrayOutputStream());
            } catch (LeatException e) {
                System.out.println(e.getMessage());
                System.out.println(
                        e.code() == ErrorCode.UNSUPPORTED
                                ? e.hint().orElse("")
                                : e.code().name());
            }
        }
    }
}
