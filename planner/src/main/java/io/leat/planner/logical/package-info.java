/**
 * From a validated query to a plan: sub-queries are removed, the tree is simplified by Calcite's rules and then
 * translated, one class for each kind of node.
 */
package io.leat.planner.logical;
