package io.leat.connector.format;

import io.leat.connector.format.arrow.ArrowFormat;
import io.leat.connector.format.csv.CsvFormat;
import io.leat.connector.format.json.JsonFormat;
import io.leat.connector.format.raw.RawFormat;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import java.util.List;
import java.util.stream.Stream;

/** All formats, by name. */
public final class Formats {
    private static final List<Format> ALL =
            List.of(new JsonFormat(), new CsvFormat(), new RawFormat(), new ArrowFormat());

    private Formats() {}

    /**
     * The format of that name.
     *
     * @throws LeatException INVALID_OPTION listing the formats there are
     */
    public static Format named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LeatException.of(ErrorCode.INVALID_OPTION, "unknown format '" + name + "'")
                        .hint(Suggestions.didYouMean(name, names(), "Formats: ")));
    }

    /** The names of all formats. */
    public static List<String> names() {
        return ALL.stream().map(Format::name).toList();
    }

    /** The options of all formats, for connectors whose records are messages. */
    public static List<ConnectorOption> options(String prefix) {
        return ALL.stream().flatMap(format -> format.options(prefix).stream()).toList();
    }

    /** The options of all formats, for connectors whose records lie in files. */
    public static List<ConnectorOption> fileOptions(String prefix) {
        return ALL.stream()
                .flatMap(format -> Stream.concat(format.options(prefix).stream(), format.fileOptions(prefix).stream()))
                .toList();
    }
}
