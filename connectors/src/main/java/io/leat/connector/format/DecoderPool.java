package io.leat.connector.format;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Decoders that are all alike, for threads that decode pieces beside each other: each has one to itself for a while. */
public final class DecoderPool {
    private final Supplier<RecordDecoder> maker;
    private final Queue<RecordDecoder> idle = new ConcurrentLinkedQueue<>();

    /** A pool of the decoders that a function makes, on any thread. */
    public DecoderPool(Supplier<RecordDecoder> maker) {
        this.maker = maker;
    }

    /** A decoder that nobody else has. */
    public RecordDecoder take() {
        RecordDecoder decoder = idle.poll();
        return decoder == null ? maker.get() : decoder;
    }

    /** Gives back a decoder. */
    public void give(RecordDecoder decoder) {
        idle.add(decoder);
    }
}
