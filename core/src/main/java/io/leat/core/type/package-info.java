/**
 * What a value may be: SQL types, fields and schemas. No Calcite type reaches this side of the house; the planner
 * translates. Next: {@code io.leat.core.batch} says how values of each type lie in memory.
 */
package io.leat.core.type;
