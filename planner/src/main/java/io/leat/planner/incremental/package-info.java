/**
 * What makes a plan incremental: which rows are too late, and when which state may be forgotten.
 */
package io.leat.planner.incremental;
