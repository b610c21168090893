/**
 * Joins with what a relation contains when a row comes ({@code FOR SYSTEM_TIME AS OF} processing time): one side is
 * remembered, the other passes. Next: {@link io.leat.executor.join} joins two sides that both are remembered.
 */
package io.leat.executor.lookup;
