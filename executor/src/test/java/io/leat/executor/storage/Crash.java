package io.leat.executor.storage;

/** The end of the process, in the middle of something that it did to the disk; and of whatever it tries afterwards. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process is gone");
    }
}
