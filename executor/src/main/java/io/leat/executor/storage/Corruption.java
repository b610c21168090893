package io.leat.executor.storage;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/** The errors of files that are not what Leat wrote: nothing is ever opened that might be wrong. */
public final class Corruption {
    private static final String RESTORE =
            "The disk or somebody changed it. Restore the directory from a copy; it is left as it is.";

    private Corruption() {}

    /** A file is damaged at an offset. */
    public static LeatException at(String place, long offset, String what) {
        return LeatException.of(ErrorCode.DATA_CORRUPTED, place + " is damaged at byte " + offset + ": " + what)
                .hint(RESTORE);
    }

    /** Something that must be there is missing, or does not fit the rest. */
    public static LeatException of(String what) {
        return LeatException.of(ErrorCode.DATA_CORRUPTED, what).hint(RESTORE);
    }
}
