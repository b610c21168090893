package io.leat.executor.checkpoint;

/** A page of a checkpoint that is about to be written: it lies in a file already, or was copied. */
final class CapturedPage {
    private final int length;
    private final PageHash hash;
    private byte[] copy;
    private PageReference reference;

    private CapturedPage(int length, PageHash hash, byte[] copy, PageReference reference) {
        this.length = length;
        this.hash = hash;
        this.copy = copy;
        this.reference = reference;
    }

    static CapturedPage written(PageReference reference) {
        return new CapturedPage(reference.length(), reference.hash(), null, reference);
    }

    static CapturedPage copied(PageHash hash, byte[] copy, int length) {
        return new CapturedPage(length, hash, copy, null);
    }

    boolean isCopied() {
        return copy != null;
    }

    int length() {
        return length;
    }

    /** Writes it, unless it lies in a file; its copy is given back to memory. */
    void write(CheckpointWriter writer) {
        if (copy != null) {
            reference = writer.page(copy, length, hash);
            copy = null;
        }
    }

    /** Where it lies, once it is written. */
    PageReference reference() {
        return reference;
    }
}
