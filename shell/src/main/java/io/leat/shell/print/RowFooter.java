package io.leat.shell.print;

import java.io.PrintWriter;
import java.util.Locale;

/** Counts the rows of a result and says below them how many there were. */
final class RowFooter {
    private final PrintWriter out;
    private final PrintFormat format;
    private long rows;

    RowFooter(PrintWriter out, PrintFormat format) {
        this.out = out;
        this.format = format;
    }

    void count() {
        rows++;
    }

    long rows() {
        return rows;
    }

    void print() {
        out.println(format.dim(text(rows, "row")));
        out.flush();
    }

    /** A number and its noun: {@code 1 row}, {@code 20,000 rows}. */
    static String text(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
