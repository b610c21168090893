/**
 * The JDBC driver: {@code jdbc:leat:} for a database in memory, {@code jdbc:leat:DIR} for one in a directory.
 *
 * <p>A thin layer over {@link io.leat.engine.Leat}, {@link io.leat.engine.Session} and {@link io.leat.engine.Cursor},
 * written because what matters most here is what general bases lose: result sets that never end, {@code cancel()} and
 * {@code close()} from another thread, and the SQLSTATE of every failure. Values are read by {@link
 * io.leat.jdbc.LeatResultSet}, converted by the classes named {@code ...Conversion}; what JDBC has and Leat has not is
 * refused by name in the abstract bases. Start at {@link io.leat.jdbc.LeatDriver}; the rules on threads, transactions
 * and timeouts are in {@link io.leat.jdbc.LeatConnection} and {@link io.leat.jdbc.LeatStatement}.
 */
package io.leat.jdbc;
