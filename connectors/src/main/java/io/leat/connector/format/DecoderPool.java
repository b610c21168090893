package io.leat.connector.format;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Decoders that are all alike, for threads that decode pieces beside each other: each has one to itself for a while.
 *
 * @param <D> what decodes
 */
public final class DecoderPool<D> {
    private final Supplier<D> maker;
    private final Queue<D> idle = new ConcurrentLinkedQueue<>();

    /** A pool of the decoders that a function makes, on any thread. */
    public DecoderPool(Supplier<D> maker) {
        this.maker = maker;
    }

    /** A decoder that nobody else has. */
    public D take() {
        D decoder = idle.poll();
        return decoder == null ? maker.get() : decoder;
    }

    /** Gives back a decoder. */
    public void give(D decoder) {
        idle.add(decoder);
    }
}
