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
 * @param clockMillis the time that it was then, by the clock; {@link #NO_TIME} in old records
 * @param name its name
 * @param fingerprint the identity of its plan
 * @param readers how far the tables with a connector have been read that it reads: what their readers remember, by name of
 *     the table
 */
public record PipelineRecord(long tick, long clockMillis, String name, String fingerprint, Map<String, byte[]> readers)
        implements Noted {
    static final int KIND = 7;

    /** Records without the time, as they were written at first. */
    static final int KIND_WITHOUT_TIME = 3;

    /** The time is not known. */
    public static final long NO_TIME = Long.MIN_VALUE;

    byte[] encode() {
        return RecordBytes.of(this::write);
    }

    private void write(DataOutput output) throws IOException {
        output.writeLong(tick);
        output.writeLong(clockMillis);
        RecordBytes.writeText(name, output);
        RecordBytes.writeText(fingerprint, output);
        output.writeInt(readers.size());
        for (Map.Entry<String, byte[]> reader : readers.entrySet()) {
            RecordBytes.writeText(reader.getKey(), output);
            RecordBytes.writeBytes(reader.getValue(), output);
        }
    }

    static PipelineRecord decode(int kind, byte[] bytes) {
        return RecordBytes.read(bytes, input -> read(input, kind == KIND));
    }

    private static PipelineRecord read(DataInput input, boolean timed) throws IOException {
        long tick = input.readLong();
        long clockMillis = timed ? input.readLong() : NO_TIME;
        String name = RecordBytes.readText(input);
        String fingerprint = RecordBytes.readText(input);
        Map<String, byte[]> readers = new LinkedHashMap<>();
        for (int left = input.readInt(); left > 0; left--) {
            readers.put(RecordBytes.readText(input), RecordBytes.readBytes(input));
        }
        return new PipelineRecord(tick, clockMillis, name, fingerprint, readers);
    }
}
