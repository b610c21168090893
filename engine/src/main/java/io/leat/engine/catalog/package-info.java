/**
 * What is defined: tables, views and jobs, each with the statement that made it.
 *
 * <p>A {@link io.leat.engine.catalog.Catalog} is an immutable snapshot; the loop swaps it when a definition changes, so
 * planning needs no lock. With a database directory a {@link io.leat.engine.catalog.CatalogStore} writes the statements
 * down, whole and atomically, and opening the directory runs them again in order.
 */
package io.leat.engine.catalog;
