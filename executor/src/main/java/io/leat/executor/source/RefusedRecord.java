package io.leat.executor.source;

import io.leat.core.connector.BadRecord;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A record or row that a reader left out.
 *
 * @param partition name of what it came from: a file, a topic's partition
 * @param offset its offset there, if it is known
 * @param raw its bytes, perhaps shortened
 * @param reason one factual line
 */
public record RefusedRecord(String partition, OptionalLong offset, byte[] raw, String reason) {

    static RefusedRecord of(BadRecord bad) {
        return new RefusedRecord(bad.partition(), OptionalLong.of(bad.offset()), bad.raw(), bad.reason());
    }

    static RefusedRecord ofRow(String partition, String row, String reason) {
        return new RefusedRecord(partition, OptionalLong.empty(), row.getBytes(StandardCharsets.UTF_8), reason);
    }
}
