package io.leat.shell.print;

import java.util.ArrayList;
import java.util.List;

/** Shares the width of a line between columns: the widest give way first, and none below a readable least. */
public final class ColumnWidths {
    /** No column is cut to fewer characters than this. */
    public static final int WIDTH_MIN = 8;

    private ColumnWidths() {}

    /**
     * Widths that fit.
     *
     * @param wanted what each column would need
     * @param available what all of them may take together; 0 for as much as they need
     */
    public static List<Integer> fit(List<Integer> wanted, int available) {
        List<Integer> widths = new ArrayList<>(wanted);
        int excess = available == 0 ? 0 : sum(widths) - available;
        while (excess > 0) {
            int widest = widest(widths);
            if (widths.get(widest) <= WIDTH_MIN) {
                return widths;
            }
            widths.set(widest, widths.get(widest) - 1);
            excess--;
        }
        return widths;
    }

    private static int sum(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }

    private static int widest(List<Integer> widths) {
        int widest = 0;
        for (int i = 1; i < widths.size(); i++) {
            widest = widths.get(i) > widths.get(widest) ? i : widest;
        }
        return widest;
    }
}
