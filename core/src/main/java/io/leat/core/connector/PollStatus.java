package io.leat.core.connector;

/** What a source says after a poll. */
public enum PollStatus {
    /** There may be more at once: poll again. */
    MORE,
    /** Nothing to read just now: poll again later. */
    IDLE,
    /** The end: nothing will ever come again. */
    FINISHED
}
