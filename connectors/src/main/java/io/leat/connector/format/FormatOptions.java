package io.leat.connector.format;

import io.leat.core.connector.OptionReader;
import java.util.List;
import java.util.Optional;

/**
 * The options of one format in one table, by their short names: {@code ignore-parse-errors} for
 * {@code value.json.ignore-parse-errors}.
 *
 * @param options the table's options, made with all that the connector knows, so that defaults are filled in
 * @param prefix what comes before the format's name: nothing, {@code key.} or {@code value.}
 * @param format the format's name
 */
public record FormatOptions(OptionReader options, String prefix, String format) {

    /** The option's full key. */
    public String key(String name) {
        return prefix + format + "." + name;
    }

    /** The truth of an option or of its default; false if it has none. */
    public boolean bool(String name) {
        return options.bool(key(name));
    }

    /** The text of an option or of its default. */
    public Optional<String> text(String name) {
        return options.text(key(name));
    }

    /**
     * The option as one of a few lower-case words.
     *
     * @throws io.leat.core.error.LeatException INVALID_OPTION listing the words
     */
    public String oneOf(String name, List<String> words) {
        return options.oneOf(key(name), words);
    }
}
