/** Plans as text, JSON and graphs: for people and for golden tests. */
package io.leat.planner.explain;
