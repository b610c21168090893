/**
 * Joins of two relations that both change.
 *
 * <p>The change of a join is {@code L' x dR + dL x R}, where L' is the left side before the tick and R the right side
 * after it: {@link io.leat.executor.join.JoinOperator} keeps the rows of both sides by key and probes them with each
 * other's changes. Which rows appear without a match (LEFT, RIGHT, FULL, ANTI) or once for all their matches (SEMI) is
 * decided from the state before and after the whole tick, so that a row whose partner arrives in the same tick is never
 * shown alone: by key where equal keys are all that a match needs, and by row where there is a further condition.
 *
 * <p>Next: {@code io.leat.executor.state} for the structure that holds a side.
 */
package io.leat.executor.join;
