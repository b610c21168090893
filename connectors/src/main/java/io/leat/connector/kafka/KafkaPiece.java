package io.leat.connector.kafka;

import io.leat.connector.format.DecoderPool;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records of one partition as they came from the broker.
 *
 * @param partition index of their partition
 * @param fetched the records
 * @param readers readers of such records
 */
record KafkaPiece(int partition, List<ConsumerRecord<byte[], byte[]>> fetched, DecoderPool<RecordReader> readers)
        implements DeferredRows {
    KafkaPiece {
        fetched = List.copyOf(fetched);
    }

    @Override
    public int records() {
        return fetched.size();
    }

    @Override
    public void decode(RowCollector rows) {
        RecordReader reader = readers.take();
        for (ConsumerRecord<byte[], byte[]> record : fetched) {
            reader.read(record, partition, rows);
        }
        readers.give(reader);
    }
}
