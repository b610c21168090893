package io.leat.shell.interactive;

import io.leat.shell.print.OutputMode;

/** What the user has switched on and off. Used by the shell's thread only. */
public final class ShellState {
    private OutputMode mode;
    private boolean timing;
    private boolean expanded;
    private boolean pager = true;
    private boolean leaving;

    /** The state at the start. */
    public ShellState(OutputMode mode) {
        this.mode = mode;
    }

    /** The mode in which results are printed. */
    public OutputMode mode() {
        return expanded && mode == OutputMode.TABLE ? OutputMode.VERTICAL : mode;
    }

    /** Prints in another mode from now on. */
    public void mode(OutputMode value) {
        mode = value;
        expanded = false;
    }

    /** Whether times are shown below results. */
    public boolean timing() {
        return timing;
    }

    /** Shows times, or does not. */
    public void timing(boolean value) {
        timing = value;
    }

    /** Whether tables are printed as vertical rows. */
    public boolean expanded() {
        return expanded;
    }

    /** Prints tables as vertical rows, or does not. */
    public void expanded(boolean value) {
        expanded = value;
    }

    /** Whether long results are shown page by page. */
    public boolean pager() {
        return pager;
    }

    /** Shows long results page by page, or does not. */
    public void pager(boolean value) {
        pager = value;
    }

    /** Whether the user wants to leave. */
    public boolean leaving() {
        return leaving;
    }

    /** The shell ends after this line. */
    public void leave() {
        leaving = true;
    }
}
