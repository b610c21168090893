package io.leat.shell.script;

import io.leat.engine.Result;
import io.leat.engine.Row;
import io.leat.shell.print.OutputMode;
import io.leat.shell.print.PrintFormat;
import io.leat.shell.print.Printers;
import io.leat.shell.print.RowPrinter;
import java.io.PrintWriter;
import java.util.Optional;

/** Writes results one below the other, with a blank line between those that have rows. */
public final class ResultWriter {
    private static final int ROWS_PER_CHECK = 10_000;

    private final PrintWriter out;
    private final OutputMode mode;
    private final PrintFormat format;
    private boolean written;
    private boolean rowsBefore;

    /** A writer of results in one mode. */
    public ResultWriter(PrintWriter out, OutputMode mode, PrintFormat format) {
        this.out = out;
        this.mode = mode;
        this.format = format;
    }

    /**
     * Writes all of a result, changes as they come.
     *
     * @return whether somebody still reads what is written
     * @throws io.leat.core.error.LeatException what ended the result
     */
    public boolean write(Result result) {
        return switch (result.kind()) {
            case ROWS, CHANGES -> writeRows(result);
            case COUNT, DONE -> writeMessage(result.message());
        };
    }

    private boolean writeMessage(String message) {
        if (!mode.isForPrograms() && !message.isEmpty()) {
            separate(rowsBefore);
            out.println(message);
            written = true;
            rowsBefore = false;
        }
        return !out.checkError();
    }

    private boolean writeRows(Result result) {
        separate(written);
        written = true;
        rowsBefore = true;
        boolean changes = result.kind() == Result.Kind.CHANGES;
        RowPrinter printer = changes
                ? Printers.changes(mode, out, format, result.schema())
                : Printers.rows(mode, out, format, result.schema());
        boolean read = copy(result, printer, changes);
        printer.end();
        return read && !out.checkError();
    }

    private boolean copy(Result result, RowPrinter printer, boolean changes) {
        long rows = 0;
        for (Optional<Row> row = result.next(); row.isPresent(); row = result.next()) {
            printer.row(row.get());
            rows++;
            boolean pause = changes && result.cursor().available() == 0;
            if (pause) {
                printer.flush();
            }
            if ((pause || rows % ROWS_PER_CHECK == 0) && out.checkError()) {
                return false;
            }
        }
        return true;
    }

    private void separate(boolean needed) {
        if (needed) {
            out.print('\n');
        }
    }
}
