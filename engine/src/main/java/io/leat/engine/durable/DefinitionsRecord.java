package io.leat.engine.durable;

/**
 * The script that changed together with a checkpoint is safe in its own file.
 *
 * @param checkpoint the number of the checkpoint; 0 before it is taken. An older one does not fit the script any more
 */
record DefinitionsRecord(long checkpoint) {
    static final int KIND = 6;

    byte[] encode() {
        return RecordBytes.of(output -> output.writeLong(checkpoint));
    }

    static DefinitionsRecord decode(byte[] bytes) {
        return new DefinitionsRecord(RecordBytes.read(bytes, input -> input.readLong()));
    }
}
