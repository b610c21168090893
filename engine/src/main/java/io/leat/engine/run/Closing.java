package io.leat.engine.run;

import java.util.List;

/** Closes several things: one that fails does not keep the others open. */
public final class Closing {

    private Closing() {}

    /** Does all of it, and then throws the first failure, with the others attached. */
    public static void all(List<? extends Runnable> closings) {
        RuntimeException first = null;
        for (Runnable closing : closings) {
            try {
                closing.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
