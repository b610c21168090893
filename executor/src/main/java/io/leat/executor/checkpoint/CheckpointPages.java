package io.leat.executor.checkpoint;

import io.leat.core.error.LeatException;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * What the last checkpoint of a database has written, so that the next one writes only what has changed since: pages are
 * known by what they contain, wherever they lie. Lives as long as the database is open.
 *
 * <p>Files of pages of which little is still of use are got rid of by writing what is of use again, some of it with each
 * checkpoint: so all files together take about twice the size of the state at most.
 */
public final class CheckpointPages {
    /** About what a row takes, for deciding whether there is enough to read for several threads. */
    private static final long ROW_BYTES = 64;

    private final PageLayout layout;
    private final PageHashing hashing;
    private WrittenPages written = new WrittenPages();
    private PendingCheckpoint pending;
    private long changedBytes;

    /** Nothing is known yet, for the database of that identity. */
    public CheckpointPages(UUID database) {
        this(database, PageLayout.USUAL);
    }

    CheckpointPages(UUID database, PageLayout layout) {
        this.layout = layout;
        this.hashing = new PageHashing(database);
    }

    /**
     * Takes all parts as they are now, between two ticks: what has changed since the last checkpoint is copied, so that they
     * may change again as soon as this returns.
     *
     * @param parts by name, in the order in which they are to be written
     * @throws IllegalStateException if one was captured before and is neither written nor closed
     */
    public synchronized PendingCheckpoint capture(Map<String, ? extends Archivable> parts) {
        requireNonePending();
        MovedFiles moved = MovedFiles.of(written, layout, changedBytes);
        PageCapture capture = new PageCapture(layout, hashing, written, moved);
        List<CapturedPart> captured = new ArrayList<>();
        parts.forEach((name, part) -> {
            CapturingArchive archive = new CapturingArchive(capture);
            part.archive(archive);
            captured.add(archive.part(name));
        });
        pending = new PendingCheckpoint(this, capture, captured);
        return pending;
    }

    private void requireNonePending() {
        if (pending != null) {
            throw new IllegalStateException("a checkpoint is pending");
        }
    }

    /** A checkpoint is there: from now on the next one refers to its pages. */
    synchronized void written(PageCapture capture, long file, long fileBytes) {
        WrittenPages now = new WrittenPages();
        now.addFile(file, fileBytes);
        capture.pages().forEach((hash, page) -> {
            long lies = page.reference().file();
            if (lies != file) {
                now.addFile(lies, written.fileBytes(lies));
            }
            now.add(hash, page.reference());
        });
        written = now;
        changedBytes = capture.copiedBytes() - capture.movedBytes();
    }

    /** The pending checkpoint came to an end, good or bad. */
    synchronized void ended() {
        pending = null;
    }

    /**
     * Reads a part back, in place, and remembers where its pages lie.
     *
     * @param blob the part, from a manifest that was loaded
     * @param part made anew, with the shape that it had
     * @throws LeatException DATA_CORRUPTED if a page is damaged, or naming the part if it has another shape
     */
    public synchronized void restore(Blob blob, Checkpoints checkpoints, Archivable part) {
        requireNonePending();
        read(blob, checkpoints, part, bytes -> {}).addTo(written);
    }

    /**
     * As {@link #restore(Blob, Checkpoints, Archivable)} for many parts that do not depend on each other; large ones are read
     * by several threads.
     *
     * @param parts by name; those that the checkpoint does not have stay as they are
     */
    public void restore(
            Manifest manifest, Checkpoints checkpoints, Map<String, ? extends Archivable> parts, Shards shards) {
        restore(manifest, checkpoints, parts, shards, bytes -> {});
    }

    /**
     * As {@link #restore(Manifest, Checkpoints, Map, Shards)}.
     *
     * @param read told of each page that was read, how many bytes it has; called by several threads
     */
    public synchronized void restore(
            Manifest manifest,
            Checkpoints checkpoints,
            Map<String, ? extends Archivable> parts,
            Shards shards,
            LongConsumer read) {
        requireNonePending();
        List<Blob> blobs = parts.keySet().stream()
                .flatMap(name -> manifest.blob(name).stream())
                .toList();
        RestoredPages[] restored = new RestoredPages[blobs.size()];
        int[] bySize = IntStream.range(0, blobs.size())
                .boxed()
                .sorted(Comparator.comparingLong(place -> -blobs.get(place).bytes()))
                .mapToInt(Integer::intValue)
                .toArray();
        shards.forTasks(blobs.size(), manifest.bytes() / ROW_BYTES, task -> {
            Blob blob = blobs.get(bySize[task]);
            restored[bySize[task]] = read(blob, checkpoints, parts.get(blob.name()), read);
        });
        for (RestoredPages pages : restored) {
            pages.addTo(written);
        }
    }

    /** Reads a part back; any thread may. */
    private RestoredPages read(Blob blob, Checkpoints checkpoints, Archivable part, LongConsumer read) {
        try (PageFiles files = checkpoints.files()) {
            RestoredPages seen = new RestoredPages(hashing, files);
            PageStream pages = new PageStream(files, blob.pages());
            Consumer<PageStream> each = page -> {
                seen.add(page);
                read.accept(page.length());
            };
            restore(part, new RestoringArchive(blob, layout.inlineBytes(), pages, each), blob.name());
            return seen;
        }
    }

    private static void restore(Archivable part, RestoringArchive archive, String name) {
        try {
            part.archive(archive);
        } catch (LeatException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Misfit.of(name, "its fields contradict each other", e);
        }
        archive.end();
    }
}
