package io.leat.engine.progress;

/** Is told how far something has come, by whoever does it, and may end it. Cheap; any thread may tell it. */
public interface Watch {

    /** How far a step has come. */
    void reached(Step step, ReadingProgress progress);

    /**
     * Goes on, or does not.
     *
     * @throws io.leat.core.error.LeatException why it must end
     */
    void check();
}
