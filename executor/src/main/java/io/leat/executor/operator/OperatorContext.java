package io.leat.executor.operator;

import io.leat.executor.state.State;
import io.leat.executor.state.StateId;
import io.leat.executor.state.StateKind;
import io.leat.executor.state.StateStore;

/**
 * What an operator gets from the circuit around it.
 *
 * @param operator the operator's stable identity, under which its state is kept
 * @param store where its state lives
 * @param errors what becomes of rows that cannot be computed
 * @param lateRows where late rows are counted
 * @param chunkRows the most rows in one chunk of output
 */
public record OperatorContext(
        String operator, StateStore store, ExpressionErrors errors, LateCounter lateRows, int chunkRows) {

    /** Opens one of the operator's structures. */
    public <S extends State> S open(String name, StateKind<S> kind) {
        return store.open(new StateId(operator, name), kind);
    }
}
