/**
 * Leat embedded in a JVM: open a database, run SQL, read results, follow changes, push rows.
 *
 * <p>{@link io.leat.engine.Leat} is the database, {@link io.leat.engine.Session} a conversation with it, {@link
 * io.leat.engine.Result} what a statement gives, {@link io.leat.engine.Cursor} reads rows one by one whether they end or
 * not. The JDBC driver ({@code io.leat.jdbc}) and the shell are made of nothing else.
 *
 * <p>Inside: {@code io.leat.engine.catalog} keeps the definitions, {@code io.leat.engine.statement} executes each kind of
 * statement, {@code io.leat.engine.run} is the loop that turns the circuit, {@code io.leat.engine.view} holds what views
 * contain and hands changes to those who follow them.
 */
package io.leat.engine;
