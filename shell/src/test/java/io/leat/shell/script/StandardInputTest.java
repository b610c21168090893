package io.leat.shell.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Piped input is cut where it can run. */
final class StandardInputTest {

    @Test
    void whatIsThereAtOnceIsOneScript() throws IOException {
        StandardInput input = new StandardInput(new BufferedReader(new StringReader("SELECT 1;\nSELECT 2")));
        assertEquals(Optional.of("SELECT 1;\nSELECT 2\n"), input.next());
        assertEquals(Optional.empty(), input.next());
    }

    @Test
    void statementsWrittenOneByOneRunOneByOneAndKeepTheirLines() throws IOException {
        try (PipedWriter writer = new PipedWriter();
                BufferedReader reader = new BufferedReader(new PipedReader(writer))) {
            StandardInput input = new StandardInput(reader);
            writer.write("SELECT\n1;\n");
            writer.flush();
            assertEquals(Optional.of("SELECT\n1;\n"), input.next());
            writer.write("SELECT 2;\n");
            writer.flush();
            assertEquals(Optional.of("\n\nSELECT 2;\n"), input.next());
        }
    }
}
