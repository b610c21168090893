package io.leat.connector.nexmark;

import io.leat.core.batch.BytesColumn;
import java.util.Arrays;

/** Writes the text of a row, which is ASCII, as bytes. */
@FunctionalInterface
interface TextValue {
    /** No text of the three tables is longer. */
    int LENGTH_MAX = 1_024;

    /**
     * Writes the text of an event.
     *
     * @param target has room for {@link #LENGTH_MAX} bytes from there
     * @return where it ends
     */
    int write(long bits, byte[] target, int from);

    /** A column of such texts. */
    default ColumnValues column() {
        return events -> {
            byte[] bytes = new byte[LENGTH_MAX * 2];
            int[] offsets = new int[events.size() + 1];
            for (int i = 0; i < events.size(); i++) {
                if (bytes.length - offsets[i] < LENGTH_MAX) {
                    bytes = Arrays.copyOf(bytes, bytes.length * 2);
                }
                offsets[i + 1] = write(events.bits()[i], bytes, offsets[i]);
            }
            return new BytesColumn(bytes, offsets, null, events.size());
        };
    }
}
