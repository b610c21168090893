package io.leat.shell.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.time.ManualClock;
import io.leat.engine.Leat;
import io.leat.engine.progress.OpeningProgress;
import io.leat.engine.progress.OpeningProgress.Stage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Progress as it is written. */
final class ProgressTextTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void aLineOnATerminalIsWrittenOverAndErasedAndFits() {
        TerminalProgress terminal = new TerminalProgress(out, () -> 8);
        terminal.erase();
        terminal.write("computing");
        terminal.write("done");
        terminal.erase();
        terminal.erase();
        assertEquals("\r\u001b[Kcomputi\r\u001b[Kdone\r\u001b[K", text.toString());
    }

    @Test
    void aLogHasLinesThatStay() {
        LogProgress log = new LogProgress(out);
        log.write("a");
        log.write("b");
        log.erase();
        assertEquals("a" + System.lineSeparator() + "b" + System.lineSeparator(), text.toString());
    }

    @Test
    void openingSaysWhatItDoes() {
        OpeningText opening = new OpeningText();
        assertEquals("opening the database", opening.text());
        opening.accept(new OpeningProgress(Stage.READING_STATE, "", 3 << 20, 12 << 20, 0, Duration.ofSeconds(2)));
        assertEquals("opening the database, reading state: 3.0 of 12.0 MB, 25 %, 2 s", opening.text());
        opening.accept(new OpeningProgress(Stage.COMPUTING_TICKS, "", 1, 4, 1_000, Duration.ofSeconds(2)));
        assertEquals(
                "opening the database, computing ticks again: 1 of 4, 25 %, 1,000 rows, 500 rows/s, 2 s",
                opening.text());
    }

    @Test
    void sourcesSayHowFastTheyAreRead() {
        ManualClock clock = new ManualClock(0);
        try (Leat leat = Leat.builder().clock(clock).open()) {
            SourceProgress sources = new SourceProgress(leat.session(), clock);
            assertEquals("", sources.text());
            leat.execute("CREATE TABLE numbers (a INT) WITH ('connector' = 'datagen', 'rows-per-second' = '100');"
                            + "CREATE MATERIALIZED VIEW n AS SELECT COUNT(*) AS n FROM numbers")
                    .close();
            clock.advance(Duration.ofSeconds(2));
            leat.execute("FLUSH").close();
            assertEquals("reading numbers: 200 rows, 100 %; 2 s", sources.text());
            clock.advance(Duration.ofSeconds(2));
            leat.execute("FLUSH").close();
            assertEquals("reading numbers: 400 rows, 100 %; 100 rows/s, 4 s", sources.text());
        }
    }
}
