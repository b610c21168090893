package io.leat.planner.validate;

import io.leat.core.error.LeatException;

/** An error in the query of a view, met while another statement reads the view. */
final class ViewErrors {

    private ViewErrors() {}

    /** The same error without its place, which is in another text, and with the view's name. */
    static LeatException within(String view, LeatException error) {
        LeatException moved = LeatException.of(error.code(), "in view \"" + view + "\": " + error.getMessage(), error);
        return error.hint().map(moved::hint).orElse(moved);
    }
}
