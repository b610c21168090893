package io.leat.tests.kafka;

import io.leat.core.connector.Connector;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.Map;

/** A sink of connector {@code upsert-kafka}, as its own source shows it. */
class UpsertKafkaSinkContractTest extends KafkaSinkContractTest {

    @Override
    protected Connector connector() {
        return KafkaFixture.connector("upsert-kafka");
    }

    @Override
    protected TableDefinition table() {
        return KafkaFixture.table(
                "upsert-kafka",
                KafkaBroker.shared().address(),
                topic,
                columns(),
                List.of(0),
                Map.of("key.format", "json", "value.format", "csv"));
    }
}
