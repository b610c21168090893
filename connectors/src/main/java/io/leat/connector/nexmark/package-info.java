/**
 * {@code 'connector'='nexmark'}: the persons, auctions and bids of an auction site, out of nothing. One sequence of
 * events feeds the three tables; in each 50 events there are one person, three auctions and 46 bids. Counts, hot keys,
 * sizes and prices are the published defaults of the Nexmark benchmark.
 *
 * <p>Every value is a function of the seed, the event's number and the column, so that any part of the sequence and any
 * of its columns can be made on any thread, again and again, with the same values: nobody makes a column that nobody
 * reads. Next: {@link io.leat.connector.nexmark.NexmarkTable} says what the tables hold, {@link
 * io.leat.connector.nexmark.ColumnValues} how a column comes about.
 */
package io.leat.connector.nexmark;
