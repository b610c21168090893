/**
 * Format {@code csv}: RFC 4180, with other delimiters and quotes, comments and a header.
 *
 * <p>What is NULL: an empty field without quotes; an empty field in quotes is the empty text. With {@code null-literal},
 * that text without quotes is NULL and an empty field of a text column is the empty text. In columns of other types an
 * empty field is NULL in any case. An empty line is nothing, but in a table of one column it is a NULL. Records end with
 * LF or CR LF.
 *
 * <p>{@link io.leat.connector.format.csv.CsvByteDecoder} reads a record from its bytes; what is wrong or unusual it leaves
 * to {@link io.leat.connector.format.csv.CsvDecoder}, which has a library's parser and is the oracle of its tests.
 */
package io.leat.connector.format.csv;
