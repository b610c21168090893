/**
 * What a database directory keeps beside the definitions: the rows of ordinary tables.
 *
 * <p>{@link io.leat.engine.durable.DatabaseFiles} is the directory itself, locked, with its format and its identity. {@link
 * io.leat.engine.durable.RowStore} is what the graph sees: each change of a table is in the journal and synced before
 * anybody sees it; a checkpoint now and then keeps the journal short. Next: state of views and positions of sources, so that
 * views are read and not computed again.
 */
package io.leat.engine.durable;
