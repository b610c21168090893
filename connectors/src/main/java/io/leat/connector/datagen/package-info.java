/**
 * {@code 'connector'='datagen'}: rows out of nothing, at a rate. Every value is a function of the seed, its column and
 * the row's number, so that any position can be read again exactly.
 *
 * <p>Unlike Flink's, times do not come from the machine's clock: the row with number n has the time {@code start} plus n
 * rows at {@code rows-per-second}, less up to {@code max-past}. Next:
 * {@link io.leat.connector.datagen.ColumnGenerator}.
 */
package io.leat.connector.datagen;
