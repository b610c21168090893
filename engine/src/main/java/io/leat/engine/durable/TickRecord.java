package io.leat.engine.durable;

import io.leat.executor.source.IntakeRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One tick: with this, and the sources, it can be computed again exactly as it was.
 *
 * @param tick its number
 * @param clockMillis its time
 * @param intakes what came from each table with a connector from which anything came, by name
 */
public record TickRecord(long tick, long clockMillis, Map<String, IntakeRecord> intakes) implements Noted {
    static final int KIND = 4;

    byte[] encode() {
        return RecordBytes.of(this::write);
    }

    private void write(DataOutput output) throws IOException {
        output.writeLong(tick);
        output.writeLong(clockMillis);
        output.writeInt(intakes.size());
        for (Map.Entry<String, IntakeRecord> intake : intakes.entrySet()) {
            RecordBytes.writeText(intake.getKey(), output);
            intake.getValue().encode(output);
        }
    }

    static TickRecord decode(byte[] bytes) {
        return RecordBytes.read(bytes, TickRecord::read);
    }

    private static TickRecord read(DataInput input) throws IOException {
        long tick = input.readLong();
        long clockMillis = input.readLong();
        Map<String, IntakeRecord> intakes = new LinkedHashMap<>();
        for (int left = input.readInt(); left > 0; left--) {
            intakes.put(RecordBytes.readText(input), IntakeRecord.decode(input));
        }
        return new TickRecord(tick, clockMillis, intakes);
    }
}
