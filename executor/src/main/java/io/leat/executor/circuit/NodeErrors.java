package io.leat.executor.circuit;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.FailedRow;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.Optional;

/**
 * The rows that a node could not compute and left out: counts them, and has those of the last tick. The counts are written by
 * the loop and read by anyone.
 */
public final class NodeErrors implements ExpressionErrors, Archivable {
    private static final int ROWS_AT_FIRST = 16;

    private final Optional<FailureText> text;
    private boolean keeps;
    private volatile long count;
    private volatile LeatException last;
    private ChunkBuilder failed;
    private ZSet rows = ZSet.EMPTY;

    /** Counts only. */
    NodeErrors() {
        this.text = Optional.empty();
    }

    /** Has the failed rows of the operator of a plan. */
    NodeErrors(Plan plan) {
        this.text = Optional.of(new FailureText(plan));
    }

    /** Says whether anybody asks for {@link #rows}, which takes time; before the first tick in which somebody does. */
    void keepRows(boolean asked) {
        keeps = asked;
    }

    /** Another tick begins. */
    void begin() {
        failed = null;
        rows = ZSet.EMPTY;
    }

    @Override
    public void failed(LeatException error, FailedRow row) {
        if (row.isNew()) {
            count = count + 1;
            last = error;
        }
        text.filter(shown -> keeps).ifPresent(shown -> keep(shown, error, row));
    }

    private void keep(FailureText shown, LeatException error, FailedRow row) {
        if (failed == null) {
            failed = new ChunkBuilder(FailureRecords.SCHEMA.types(), ROWS_AT_FIRST);
        }
        failed.column(0).appendText(shown.expression(row));
        failed.column(1).appendText(shown.row(row));
        failed.column(2).appendText(error.getMessage());
        failed.column(3).appendText(FailureRecords.codeAndPlace(error, row.rows(), row.row()));
        failed.endRow(row.weight());
    }

    /** Those that failed more often in this tick than before, or less often; not consolidated. */
    ZSet rows() {
        if (failed != null) {
            rows = ZSet.of(failed.build());
            failed = null;
        }
        return rows;
    }

    /** Counts what another one has counted. */
    void add(NodeErrors other) {
        count = count + other.count;
        last = last == null ? other.last : last;
    }

    @Override
    public void archive(StateArchive archive) {
        count = archive.number(count);
        if (archive.flag(last != null)) {
            String code = archive.text(last == null ? "" : last.code().name());
            String message = archive.text(last == null ? "" : last.getMessage());
            String hint = archive.text(last().flatMap(LeatException::hint).orElse(""));
            if (archive.isRestoring()) {
                LeatException error = LeatException.of(ErrorCode.valueOf(code), message);
                last = hint.isEmpty() ? error : error.hint(hint);
            }
        }
    }

    /** How many rows. */
    public long count() {
        return count;
    }

    /** Why the last one could not be computed. */
    public Optional<LeatException> last() {
        return Optional.ofNullable(last);
    }
}
