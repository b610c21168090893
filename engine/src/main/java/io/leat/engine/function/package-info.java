/**
 * Functions that users write in Java: what SQL knows of them ({@link io.leat.engine.function.JavaFunctions}). Next: {@code
 * io.leat.planner.catalog.UserFunction}, what the planner makes of a call.
 */
package io.leat.engine.function;
