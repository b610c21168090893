package io.leat.engine.progress;

/** What something is doing that takes long. */
public enum Step {
    /** A statement does something that is not counted. */
    RUNNING("running"),
    /** A statement waits until what the sources hold has been read. */
    WAITING("waiting for sources"),
    /** What was there before a new view or job is read. */
    READING_HISTORY("reading history"),
    /** The rows of a finite query are computed. */
    COMPUTING("computing"),
    /** A view or job reads what its sources held when they were first read. */
    CATCHING_UP("catching up");

    private final String text;

    Step(String text) {
        this.text = text;
    }

    /** For people, and in {@code leat.progress}. */
    @Override
    public String toString() {
        return text;
    }
}
