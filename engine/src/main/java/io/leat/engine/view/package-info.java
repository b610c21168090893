/**
 * What views contain, and who follows them.
 *
 * <p>A {@link io.leat.engine.view.Content} is a relation's rows at the last tick. A {@link
 * io.leat.engine.view.ChangeQueue} hands changes from the run loop to one reader, whole ticks at a time and bounded: while
 * one is full the loop takes no new input.
 */
package io.leat.engine.view;
