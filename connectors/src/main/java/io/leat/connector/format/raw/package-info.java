/**
 * Format {@code raw}: the record as it is, in the one column of the table. In files a record is a line. Next:
 * {@code io.leat.connector.format.csv}, the next simplest.
 */
package io.leat.connector.format.raw;
