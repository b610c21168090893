package io.leat.tests.kafka;

import io.leat.connector.contract.ExactlyOnceContract;
import io.leat.core.connector.SinkContext;
import java.util.List;
import java.util.stream.IntStream;

/** A sink of connector {@code kafka} that writes in transactions, as its own source shows it. */
class TransactionalKafkaSinkContractTest extends KafkaSinkContractTest implements ExactlyOnceContract {

    @Override
    protected SinkContext context() {
        return super.context().withIdentity(topic);
    }

    @Override
    protected List<String> visible() {
        try (Topics topics = new Topics(KafkaBroker.shared().address())) {
            IntStream.range(0, PARTITIONS).forEach(partition -> topics.awaitMarkers(topic, partition));
        }
        return super.visible();
    }

    @Override
    protected boolean knowsItsLastTick() {
        return true;
    }
}
