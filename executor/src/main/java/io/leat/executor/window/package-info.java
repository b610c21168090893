/**
 * Operators that live by event time: session windows, and results that leave once they are final. (Windows of fixed size
 * keep no state: {@link io.leat.executor.operator.WindowOperator}.)
 *
 * <p>{@link io.leat.executor.window.SessionOperator} keeps the rows of each key ordered by time. A change can only affect
 * rows that a chain of gaps links to it: {@link io.leat.executor.window.SessionMerge} looks at those and no others, once a
 * tick. {@link io.leat.executor.window.EmitFinalOperator} holds rows back until the watermark has passed them.
 */
package io.leat.executor.window;
