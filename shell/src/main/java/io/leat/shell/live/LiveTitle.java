package io.leat.shell.live;

import io.leat.shell.print.ControlText;
import java.util.Optional;

/**
 * What is being watched.
 *
 * @param text what stands at the top
 * @param view the view's name, if it is one
 */
public record LiveTitle(String text, Optional<String> view) {

    /** A view. */
    public static LiveTitle ofView(String name) {
        return new LiveTitle(ControlText.escape(name), Optional.of(name));
    }

    /** A query. */
    public static LiveTitle ofQuery(String sql) {
        return new LiveTitle(ControlText.escape(sql.replaceAll("\\s+", " ")), Optional.empty());
    }
}
