package io.leat.shell.print;

import io.leat.core.type.Schema;
import java.io.PrintWriter;

/** Chooses the printer of a mode. */
public final class Printers {

    private Printers() {}

    /** A printer for finite rows. */
    public static RowPrinter rows(OutputMode mode, PrintWriter out, PrintFormat format, Schema schema) {
        return switch (mode) {
            case TABLE -> new TablePrinter(out, format, schema);
            case VERTICAL -> new VerticalPrinter(out, format, schema);
            case CSV -> new CsvPrinter(out, schema);
            case JSON -> new JsonPrinter(out, schema);
            case MARKDOWN -> new MarkdownPrinter(out, schema);
        };
    }

    /** A printer for changes, which may never end: it cannot wait for the last row to know how wide columns are. */
    public static RowPrinter changes(OutputMode mode, PrintWriter out, PrintFormat format, Schema schema) {
        return mode == OutputMode.TABLE ? new ChangelogPrinter(out, format, schema) : rows(mode, out, format, schema);
    }
}
