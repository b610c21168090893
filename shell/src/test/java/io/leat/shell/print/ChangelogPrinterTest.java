package io.leat.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.engine.Leat;
import io.leat.engine.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What changes look like. */
final class ChangelogPrinterTest {

    @Test
    void aRowThatOnlySaysThatATickIsOverHasNoWeightAndNoValues() {
        StringWriter text = new StringWriter();
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE t (k STRING); INSERT INTO t VALUES ('a')")
                    .close();
            try (Result result = leat.execute("SUBSCRIBE TO t WITH ('progress' = 'true')")) {
                RowPrinter printer =
                        Printers.changes(OutputMode.TABLE, new PrintWriter(text), PrintFormat.PLAIN, result.schema());
                printer.row(result.next().orElseThrow());
                printer.row(result.next().orElseThrow());
                printer.flush();
            }
        }
        assertEquals("""
                leat_tick  leat_weight  leat_progressed  k
                        N           +1  false            a
                        N               true
                """, text.toString().replaceAll("(?m)^( {8})\\d", "$1N"));
    }
}
