/**
 * Kafka topics as tables: connector {@code kafka} reads and appends records, connector {@code upsert-kafka} keeps the
 * latest row of each key.
 *
 * <p>A source assigns itself every partition of its topics by hand: no consumer group decides what is read, the
 * {@linkplain io.leat.core.connector.Position position} does, with the next offset of each partition under the name
 * {@code topic-number}. {@link io.leat.connector.kafka.ClientProperties} says which client properties SQL may set;
 * nothing else reaches the client. Next: {@link io.leat.connector.kafka.KafkaSource} reads,
 * {@link io.leat.connector.kafka.KafkaSink} writes, {@link io.leat.connector.kafka.RecordLayout} knows which column lies
 * in the key, in the value and beside them.
 */
package io.leat.connector.kafka;
