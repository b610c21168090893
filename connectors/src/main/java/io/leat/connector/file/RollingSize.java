package io.leat.connector.file;

import io.leat.core.connector.OptionReader;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the size at which a sink goes on in another file: {@code 64MB}, {@code 100 kb}, {@code 1gb}, or bytes. */
final class RollingSize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(b|kb|mb|gb|)");

    private RollingSize() {}

    static long of(OptionReader options) {
        String text = options.required(FileConnector.ROLLING_FILE_SIZE);
        Matcher matcher = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw LeatException.of(
                    ErrorCode.INVALID_OPTION,
                    "option '" + FileConnector.ROLLING_FILE_SIZE + "' is '" + text
                            + "', which is not a size such as '64MB'");
        }
        int shift = switch (matcher.group(2)) {
            case "kb" -> 10;
            case "mb" -> 20;
            case "gb" -> 30;
            default -> 0;
        };
        return Long.parseLong(matcher.group(1)) << shift;
    }
}
