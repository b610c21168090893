package io.leat.parser;

import io.leat.core.error.Span;
import java.util.Arrays;

/** Turns offsets of a text into lines and columns and back, without walking the text each time. */
final class LineMap {
    private final int length;
    private final int[] lineStarts;

    LineMap(String text) {
        this.length = text.length();
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        this.lineStarts = Arrays.copyOf(starts, count);
    }

    /** The span of the characters {@code from} (inclusive) to {@code to} (exclusive). */
    Span span(int from, int to) {
        int last = Math.max(from, to - 1);
        return new Span(line(from), column(from), line(last), column(last));
    }

    /** The line of an offset, counted from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset in its line, counted from 1. */
    int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** The offset of a line and column, kept within the text. */
    int offset(int line, int column) {
        int start = lineStarts[Math.min(Math.max(line, 1), lineStarts.length) - 1];
        return Math.min(start + Math.max(column, 1) - 1, length);
    }
}
