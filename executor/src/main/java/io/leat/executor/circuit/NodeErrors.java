package io.leat.executor.circuit;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.Optional;

/** Counts the rows that a node could not compute and left out. Written by the loop, read by anyone. */
public final class NodeErrors implements ExpressionErrors, Archivable {
    private volatile long count;
    private volatile LeatException last;

    @Override
    public void failed(LeatException error) {
        count = count + 1;
        last = error;
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
