/**
 * The two type systems and the way between them: Calcite's {@code RelDataType}, in which queries are validated, and
 * {@link io.leat.core.type.DataType}, in which plans and data are written. The rules for result types are Flink's.
 * Next: {@code io.leat.planner.expression} uses both sides.
 */
package io.leat.planner.type;
