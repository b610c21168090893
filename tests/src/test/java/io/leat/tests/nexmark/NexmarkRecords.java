package io.leat.tests.nexmark;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordEncoder;
import io.leat.core.batch.Chunk;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The rows of the three tables as records, for sources that read them from somewhere. */
final class NexmarkRecords {

    private NexmarkRecords() {}

    /**
     * Encodes a table's rows in order.
     *
     * @param taken takes for each record its bytes, and the number of the round that it is in: dealt out by rounds, the
     *     records of each share are in the order of event time, and the shares go on together
     */
    static void encode(String table, String format, NexmarkData data, BiConsumer<Long, byte[]> taken) {
        List<Field> fields = NexmarkRows.fields(table);
        Format named = Formats.named(format);
        TableDefinition definition = new TableDefinition(table, List.of(), List.of(), Optional.empty(), Map.of());
        OptionReader options = new OptionReader(definition, Formats.options(""));
        RecordEncoder encoder = named.encoder(fields, new FormatOptions(options, "", format));
        try (NexmarkRows rows = new NexmarkRows(table, data)) {
            for (long round = 0; rows.hasNext(); round++) {
                for (Chunk chunk : rows.next(NexmarkRows.ROUND)) {
                    for (int row = 0; row < chunk.size(); row++) {
                        taken.accept(round, encoder.encode(chunk, row));
                    }
                }
            }
        }
    }
}
