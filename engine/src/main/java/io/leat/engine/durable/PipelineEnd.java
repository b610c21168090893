package io.leat.engine.durable;

/**
 * A view or job is gone: what is written of it before this in the journal, or in a checkpoint, does not count any more.
 *
 * @param name its name
 */
public record PipelineEnd(String name) {
    static final int KIND = 5;

    byte[] encode() {
        return RecordBytes.of(output -> RecordBytes.writeText(name, output));
    }

    static PipelineEnd decode(byte[] bytes) {
        return new PipelineEnd(RecordBytes.read(bytes, RecordBytes::readText));
    }
}
