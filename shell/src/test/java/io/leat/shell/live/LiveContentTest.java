package io.leat.shell.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.engine.ChangeCursor;
import io.leat.engine.Leat;
import io.leat.engine.Result;
import io.leat.shell.live.LiveContent.Line;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A live table's rows and marks. */
final class LiveContentTest {

    @Test
    void followsAViewAndMarksWhatChanged() {
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE t (k STRING, v INT);"
                    + "CREATE MATERIALIZED VIEW sums AS SELECT k, COUNT(*) AS n, SUM(v) AS total FROM t GROUP BY k;"
                    + "INSERT INTO t VALUES ('a', 1), ('b', 2)");
            try (Result result = leat.execute("SUBSCRIBE TO sums")) {
                ChangeCursor cursor = (ChangeCursor) result.cursor();
                LiveContent content =
                        new LiveContent(leat.session().relationSchema("sums").orElseThrow());
                content.apply(cursor.nextChanges().orElseThrow(), 0);
                assertEquals(
                        List.of(
                                new Line(List.of("a", 1L, 1), new BitSet()),
                                new Line(List.of("b", 1L, 2), new BitSet())),
                        content.lines(0, 10, 0));

                leat.execute("INSERT INTO t VALUES ('b', 0), ('c', 9)");
                content.apply(cursor.nextChanges().orElseThrow(), 5);
                assertEquals(
                        List.of(line("a", 1, 1), line("b", 2, 2, 1), line("c", 1, 9, 0, 1, 2)),
                        content.lines(0, 10, 5));
                assertEquals(List.of(line("b", 2, 2)), content.lines(1, 1, 6));
                assertEquals(3, content.size());
                assertEquals(5, content.changes());
            }
        }
    }

    private static Line line(String key, long count, int total, int... changed) {
        BitSet cells = new BitSet();
        for (int cell : changed) {
            cells.set(cell);
        }
        return new Line(List.of(key, count, total), cells);
    }
}
