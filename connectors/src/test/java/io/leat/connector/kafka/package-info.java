/** What can be said of the Kafka connectors without a broker; module {@code tests} has one. */
package io.leat.connector.kafka;
