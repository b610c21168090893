/**
 * Statements to incremental plans.
 *
 * <p>Start at {@link io.leat.planner.Planner}: it resolves names through an immutable {@link
 * io.leat.planner.catalog.CatalogView}, validates and simplifies with Calcite ({@code validate}, {@code logical}), and
 * decides what state may be freed when ({@code incremental}). What comes out is a {@link io.leat.core.plan.Plan}: data
 * without any Calcite type in it. Next: {@code io.leat.planner.explain} prints a plan; the executor wires it.
 */
package io.leat.planner;
