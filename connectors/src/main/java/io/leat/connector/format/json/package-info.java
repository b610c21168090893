/**
 * Format {@code json}: one JSON object a record, its fields matched with columns by name.
 *
 * <p>{@link io.leat.connector.format.json.JsonByteDecoder} reads a record once, from its bytes straight into the columns,
 * and goes over fields that nobody reads; what is wrong or unusual it leaves to
 * {@link io.leat.connector.format.json.JsonDecoder}, which has a library's parser and is the oracle of its tests. Nothing is
 * built in between but the values of ARRAY, MAP and ROW. Depth, text and record size are bounded, because records come
 * from strangers.
 */
package io.leat.connector.format.json;
