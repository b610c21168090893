/**
 * What each statement does, one class a kind. {@link io.leat.engine.statement.StatementExecutor} finds the class; an {@link
 * io.leat.engine.statement.Execution} is what it works with. Planning happens on the caller's thread, over an immutable
 * catalog; what changes the graph is done on the run loop.
 */
package io.leat.engine.statement;
