package io.leat.connector.nexmark;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts one behind the other, for columns that take slices of them.
 *
 * @param bytes all texts; ASCII
 * @param offsets where text i begins; it ends where the next one begins
 */
record TextPool(byte[] bytes, int[] offsets) {

    static TextPool of(List<String> texts) {
        int[] offsets = new int[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            offsets[i + 1] = offsets[i] + texts.get(i).length();
        }
        return new TextPool(String.join("", texts).getBytes(StandardCharsets.ISO_8859_1), offsets);
    }

    /** How many texts. */
    int size() {
        return offsets.length - 1;
    }

    /** Copies a text; answers where it ends. */
    int write(int text, byte[] target, int to) {
        int length = offsets[text + 1] - offsets[text];
        System.arraycopy(bytes, offsets[text], target, to, length);
        return to + length;
    }

    /** A column of some of the texts. */
    Column column(int[] texts) {
        int[] ends = new int[texts.length + 1];
        for (int i = 0; i < texts.length; i++) {
            ends[i + 1] = ends[i] + offsets[texts[i] + 1] - offsets[texts[i]];
        }
        byte[] values = new byte[ends[texts.length]];
        for (int i = 0; i < texts.length; i++) {
            write(texts[i], values, ends[i]);
        }
        return new BytesColumn(values, ends, null, texts.length);
    }
}
