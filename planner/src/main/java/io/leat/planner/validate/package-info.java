/**
 * From names to meaning: Calcite's validator over our catalog, our operators, and messages in our words.
 */
package io.leat.planner.validate;
