package io.leat.connector.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TopicProducerTest {
    private final MockProducer<byte[], byte[]> client =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final TopicProducer producer = new TopicProducer(
            KafkaTable.append(KafkaTables.raw(Map.of("properties.delivery.timeout.ms", "50"))), Clock.system(), client);

    @Test
    void aBrokerThatNeverAnswersIsAnErrorWhenTheDeliveryTimeHasPassed() {
        producer.send(new ProducerRecord<>("t", new byte[] {1}));
        LeatException error = assertThrows(LeatException.class, producer::flush);
        assertEquals(ErrorCode.CONNECTION, error.code());
        assertEquals("Kafka at 127.0.0.1:1 took no records for too long", error.getMessage());
    }

    @Test
    void flushWaitsForTheAnswers() {
        producer.send(new ProducerRecord<>("t", new byte[] {1}));
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(client::completeNext);
        producer.flush();
        assertEquals(true, answer.join());
    }
}
