/**
 * What the planner knows of the catalog: an immutable view of the relations by name, which the engine implements.
 */
package io.leat.planner.catalog;
