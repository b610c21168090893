package io.leat.tests.exactly;

import java.util.Locale;

/**
 * One life of a process.
 *
 * @param number counted from 1; 0 for the last one, which is not killed
 * @param millis how long it lived
 * @param rowsIn how many records had been sent when it ended, by all lives together
 * @param rowsOut how many offsets of the sink topics were committed then
 * @param recoveryMillis how long from its start to its first commit, or to the last row for the last one; -1 if that was not
 *     waited for
 * @param note what else happened
 */
record Round(int number, long millis, long rowsIn, long rowsOut, long recoveryMillis, String note) {
    /** What stands above the lines. */
    static final String HEADER = String.format(
            Locale.ROOT, "%6s %10s %10s %10s %12s  %s", "kill", "after ms", "rows in", "rows out", "recovery ms", "");

    /** The round as a line of the table. */
    String line() {
        return String.format(
                        Locale.ROOT,
                        "%6s %10d %10d %10d %12s  %s",
                        number == 0 ? "end" : number,
                        millis,
                        rowsIn,
                        rowsOut,
                        recoveryMillis < 0 ? "-" : recoveryMillis,
                        note)
                .stripTrailing();
    }
}
