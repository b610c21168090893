package io.leat.executor.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a checkpoint is made of.
 *
 * @param number its number: each one larger than those before
 * @param sequence the last record of the journal that is in it
 * @param tick the tick after which it was taken
 * @param blobs its content
 */
public record Manifest(long number, long sequence, long tick, List<Blob> blobs) {

    /** What there is before the first checkpoint. */
    public static final Manifest NOTHING = new Manifest(0, 0, 0, List.of());

    public Manifest {
        blobs = List.copyOf(blobs);
    }

    /** The bytes of all pages. */
    public long bytes() {
        return blobs.stream().mapToLong(Blob::bytes).sum();
    }

    /** The part of a name. */
    public Optional<Blob> blob(String name) {
        return blobs.stream().filter(blob -> blob.name().equals(name)).findFirst();
    }

    /** The numbers of the files that its pages lie in. */
    Set<Long> files() {
        return blobs.stream()
                .flatMap(blob -> blob.pages().stream())
                .map(PageReference::file)
                .collect(Collectors.toSet());
    }
}
