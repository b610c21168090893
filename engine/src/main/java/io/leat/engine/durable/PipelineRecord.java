package io.leat.engine.durable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A view or job begins: in the journal behind the ticks that are in its first content.
 *
 * @param tick the tick of its first content
 * @param name its name
 * @param fingerprint the identity of its plan
 * @param readers how far the tables with a connector have been read that it reads: what their readers remember, by name of
 *     the table
 */
public record PipelineRecord(long tick, String name, String fingerprint, Map<String, byte[]> readers) {
    static final int KIND = 3;

    byte[] encode() {
        return RecordBytes.of(this::write);
    }

    private void write(DataOutput output) throws IOException {
        output.writeLong(tick);
        RecordBytes.writeText(name, output);
        RecordBytes.writeText(fingerprint, output);
        output.writeInt(readers.size());
        for (Map.Entry<String, byte[]> reader : readers.entrySet()) {
            RecordBytes.writeText(reader.getKey(), output);
            RecordBytes.writeBytes(reader.getValue(), output);
        }
    }

    static PipelineRecord decode(byte[] bytes) {
        return RecordBytes.read(bytes, PipelineRecord::read);
    }

    private static PipelineRecord read(DataInput input) throws IOException {
        long tick = input.readLong();
        String name = RecordBytes.readText(input);
        String fingerprint = RecordBytes.readText(input);
        Map<String, byte[]> readers = new LinkedHashMap<>();
        for (int left = input.readInt(); left > 0; left--) {
            readers.put(RecordBytes.readText(input), RecordBytes.readBytes(input));
        }
        return new PipelineRecord(tick, name, fingerprint, readers);
    }
}
