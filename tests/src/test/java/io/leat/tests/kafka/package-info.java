/**
 * The Kafka connectors against a real broker.
 *
 * <p>{@link io.leat.tests.kafka.KafkaBroker} is a broker and its controller in this JVM, from the artifacts on Maven
 * Central; tests share one and make their own topics. {@link io.leat.tests.kafka.BrokerCommand} and
 * {@link io.leat.tests.kafka.ProduceCommand} are what {@code examples/kafka} starts, for people who want to try Leat
 * with Kafka and have none.
 */
package io.leat.tests.kafka;
