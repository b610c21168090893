package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.engine.Session;
import io.leat.engine.Settings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What a URL says: {@code jdbc:leat:}, {@code jdbc:leat:DIR}, {@code jdbc:leat:DIR?option=value&option=value}. Options
 * are settings of the session, such as {@code read.mode}; values may be percent-encoded, the directory is taken as it is.
 *
 * @param text the URL as it was given
 * @param directory the directory; empty for a database in memory
 * @param options settings and their values
 */
record ConnectionUrl(String text, Optional<String> directory, Map<String, String> options) {
    static final String PREFIX = "jdbc:leat:";
    private static final Set<String> IGNORED = Set.of("user", "password");

    static boolean isOurs(String url) {
        return url != null && url.startsWith(PREFIX);
    }

    /** Reads a URL of ours, and properties that stand for options; {@code user} and {@code password} mean nothing. */
    static ConnectionUrl parse(String url, Properties properties) {
        String rest = url.substring(PREFIX.length());
        int question = rest.indexOf('?');
        String directory = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> options = new LinkedHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (!IGNORED.contains(name)) {
                options.put(name, properties.getProperty(name));
            }
        }
        if (question >= 0) {
            readOptions(rest.substring(question + 1), options);
        }
        return new ConnectionUrl(url, Optional.of(directory).filter(text -> !text.isEmpty()), options);
    }

    private static void readOptions(String text, Map<String, String> options) {
        for (String option : text.split("&")) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.put(decode(option.substring(0, equals)), decode(option.substring(equals + 1)));
            } else if (!option.isEmpty()) {
                throw LeatException.of(ErrorCode.INVALID_OPTION, "option \"" + option + "\" of the URL has no value")
                        .hint("Write it as option=value.");
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw LeatException.of(ErrorCode.INVALID_OPTION, "\"" + text + "\" in the URL is not percent-encoded", e)
                    .hint("Write a percent sign as %25.");
        }
    }

    /** Gives a session the settings. */
    void apply(Session session) {
        List<String> known = Settings.all().stream().map(Settings.Setting::name).toList();
        options.forEach((name, value) -> {
            if (known.stream().noneMatch(name::equalsIgnoreCase)) {
                throw LeatException.of(ErrorCode.INVALID_OPTION, "a connection has no option \"" + name + "\"")
                        .hint(Suggestions.didYouMean(name, known, "Options: "));
            }
            session.settings().set(name, value);
        });
    }
}
