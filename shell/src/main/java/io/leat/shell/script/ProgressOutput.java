package io.leat.shell.script;

/** Where progress is written. Used by one thread at a time. */
public interface ProgressOutput {

    /** Milliseconds from one text to the next. */
    int periodMillis();

    /** Writes a text, in the place of the one before where that is possible. */
    void write(String text);

    /** Takes away what was written, where that is possible. */
    void erase();
}
