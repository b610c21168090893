package io.leat.shell;

import io.leat.shell.print.PrintFormat;
import io.leat.shell.script.LogProgress;
import io.leat.shell.script.ProgressLine;
import io.leat.shell.script.TerminalProgress;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the program reads and writes, and where it was started.
 *
 * @param in standard input
 * @param out standard output; flushed by whoever writes
 * @param err standard error
 * @param terminals which of them are terminals
 * @param home where the program's examples are
 * @param directory where it was started: what relative paths are relative to
 */
public record Console(
        BufferedReader in, PrintWriter out, PrintWriter err, Terminals terminals, Path home, Path directory) {

    /** Set by the launcher to those of {@code 012} that are terminals. */
    static final String TERMINALS = "leat.terminals";

    private static final String DUMB = "dumb";
    private static final int USUAL_COLUMNS = 80;

    /** Set by the launcher to the folder that it is in. */
    static final String HOME = "leat.home";

    /** Which of the standard streams are terminals. */
    public record Terminals(boolean in, boolean out, boolean err) {

        static Terminals of(String descriptors) {
            return new Terminals(descriptors.contains("0"), descriptors.contains("1"), descriptors.contains("2"));
        }
    }

    /** The console of this process. */
    static Console ofProcess() {
        String unknown = System.console() == null ? "" : "012";
        return new Console(
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Terminals.of(System.getProperty(TERMINALS, unknown)),
                Path.of(System.getProperty(HOME, "")).toAbsolutePath(),
                Path.of("").toAbsolutePath());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }

    /** Shows how far something has come on standard error, if that is a terminal that lines can be erased on. */
    ProgressLine progressLine() {
        return terminals.err() && !DUMB.equals(System.getenv("TERM"))
                ? ProgressLine.to(new TerminalProgress(err, () -> USUAL_COLUMNS))
                : ProgressLine.nowhere();
    }

    /** As {@link #progressLine}, for processes that nobody watches: elsewhere it is a line in a log now and then. */
    ProgressLine progressLog() {
        return terminals.err() ? progressLine() : ProgressLine.to(new LogProgress(err));
    }

    /** How results are laid out that are printed without an interactive shell: whole, and coloured for nobody. */
    public PrintFormat format() {
        boolean unicode =
                !terminals.out() || Charset.defaultCharset().newEncoder().canEncode('│');
        return new PrintFormat(0, false, unicode);
    }
}
