package io.leat.shell.print;

import java.util.List;
import java.util.stream.Collectors;

/** The lines of a table: drawn with box characters, or with ASCII where the output cannot show them. */
record TableFrame(String vertical, String horizontal, String top, String middle, String bottom) {

    static TableFrame of(PrintFormat format) {
        return format.unicode()
                ? new TableFrame("│", "─", "┌┬┐", "├┼┤", "└┴┘")
                : new TableFrame("|", "-", "+++", "+++", "+++");
    }

    String topRule(List<Integer> widths) {
        return rule(widths, top);
    }

    String middleRule(List<Integer> widths) {
        return rule(widths, middle);
    }

    String bottomRule(List<Integer> widths) {
        return rule(widths, bottom);
    }

    private String rule(List<Integer> widths, String corners) {
        return widths.stream()
                .map(width -> horizontal.repeat(width + 2))
                .collect(Collectors.joining(corners.substring(1, 2), corners.substring(0, 1), corners.substring(2)));
    }
}
