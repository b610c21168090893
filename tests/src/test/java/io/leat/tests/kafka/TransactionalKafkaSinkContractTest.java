package io.leat.tests.kafka;

import io.leat.core.connector.SinkContext;

/** A sink of connector {@code kafka} that writes in transactions, as its own source shows it. */
class TransactionalKafkaSinkContractTest extends KafkaSinkContractTest {

    @Override
    protected SinkContext context() {
        return super.context().withIdentity(topic);
    }

    @Override
    protected boolean knowsItsLastTick() {
        return true;
    }
}
