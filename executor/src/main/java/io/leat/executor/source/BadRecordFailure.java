package io.leat.executor.source;

import io.leat.core.connector.BadRecord;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.nio.charset.StandardCharsets;

/** What a reader is told that stops at the first bad record. */
final class BadRecordFailure {
    private static final int SHOWN_BYTES_MAX = 200;

    private BadRecordFailure() {}

    static LeatException of(String table, BadRecord record) {
        return LeatException.of(
                        ErrorCode.BAD_RECORD,
                        "bad record in table \"" + table + "\", " + record.partition() + " at " + record.offset() + ": "
                                + record.reason())
                .detail(shown(record.raw()))
                .hint("Set 'errors.policy'='skip' on the table to leave such records out and count them.");
    }

    private static String shown(byte[] raw) {
        String text = new String(raw, 0, Math.min(raw.length, SHOWN_BYTES_MAX), StandardCharsets.UTF_8);
        return raw.length > SHOWN_BYTES_MAX ? text + "..." : text;
    }
}
