package io.leat.tests.simulation;

/** The end of the simulated process, in the middle of something that it did, and of whatever it tries afterwards. */
final class ProcessEnded extends Error {
    private static final long serialVersionUID = 1L;

    ProcessEnded() {
        super("the simulated process is gone", null, false, false);
    }
}
