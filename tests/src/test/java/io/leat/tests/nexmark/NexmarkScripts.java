package io.leat.tests.nexmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The scripts of {@code tests/benchmark/nexmark}. */
public final class NexmarkScripts {
    /** The names of the queries, each a script and a view of that name in it. */
    public static final List<String> QUERIES =
            IntStream.rangeClosed(0, 22).mapToObj(number -> "q" + number).toList();

    /** Those whose results are compared with what other engines say. */
    static final List<String> CHECKED =
            QUERIES.stream().filter(query -> !query.equals("q12")).toList();

    /** The repository: where the launcher says that it is, or above the module whose tests run. */
    public static final Path ROOT =
            Path.of(System.getProperty("leat.home", "..")).toAbsolutePath();

    private static final Path FOLDER = ROOT.resolve("tests/benchmark/nexmark");
    private static final Pattern OPTIONS =
            Pattern.compile("'connector' = 'nexmark', 'table' = '(\\w+)', 'events' = '1000000'");

    private NexmarkScripts() {}

    /** The script of a query: it makes a view with the query's name. */
    public static String query(String name) {
        return read(name + ".sql");
    }

    /**
     * The script of the three tables.
     *
     * @param options what stands in WITH (...) for a table of that name
     */
    public static String tables(UnaryOperator<String> options) {
        return OPTIONS.matcher(read("tables.sql")).replaceAll((MatchResult match) -> options.apply(match.group(1)));
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
