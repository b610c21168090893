/**
 * Format {@code json}: one JSON object a record, its fields matched with columns by name.
 *
 * <p>A streaming parser reads each record once and writes straight into the columns; nothing is built in between but
 * the values of ARRAY, MAP and ROW. Depth, text and record size are bounded, because records come from strangers. Next:
 * {@link io.leat.connector.format.json.JsonDecoder}.
 */
package io.leat.connector.format.json;
