package io.leat.executor.kernel;

import io.leat.core.batch.Validity;
import io.leat.core.error.LeatException;
import java.util.function.Supplier;

/** The validity bits of a conversion's result: a value that cannot be converted is an error, or NULL under TRY_CAST. */
final class CastValidity {
    private final long[] source;
    private final int size;
    private final boolean safe;
    private long[] bits;

    /** Starts with the bits of the source. */
    CastValidity(long[] source, int size, boolean safe) {
        this.source = source;
        this.bits = source;
        this.size = size;
        this.safe = safe;
    }

    /** Whether the source's value is there to be converted. */
    boolean isValid(int row) {
        return Validity.isValid(source, row);
    }

    /** The value of the row cannot be converted. */
    void refuse(int row, Supplier<LeatException> error) {
        if (!safe) {
            throw error.get();
        }
        if (bits == source) {
            bits = source == null ? Validity.allValid(size) : source.clone();
        }
        Validity.clear(bits, row);
    }

    /** The result's bits. */
    long[] bits() {
        return bits;
    }
}
