package io.leat.executor.checkpoint;

import io.leat.executor.state.PagedInts;
import io.leat.executor.state.PagedLongs;
import io.leat.executor.state.StateArchive;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Gives the fields of a part back as a {@link CapturingArchive} has taken them. */
final class RestoringArchive implements StateArchive {
    private static final int LENGTH_MAX = Integer.MAX_VALUE - 8;

    private final int inlineBytes;
    private final HeaderInput header;
    private final PageStream pages;
    private final Consumer<PageStream> seen;
    /** What is left of the page that was read last, if a field takes it in pieces. */
    private ByteBuffer piece = ByteBuffer.allocate(0);

    /**
     * Reads a part.
     *
     * @param inlineBytes up to which size arrays lie in the header
     * @param seen told of each page
     */
    RestoringArchive(Blob blob, int inlineBytes, PageStream pages, Consumer<PageStream> seen) {
        this.inlineBytes = inlineBytes;
        this.header = new HeaderInput(blob.name(), blob.header());
        this.pages = pages;
        this.seen = seen;
    }

    /** Checks that all was read. */
    void end() {
        header.expect(FieldKind.END);
        if (pages.advance()) {
            throw header.misfit("followed by more");
        }
    }

    @Override
    public boolean isRestoring() {
        return true;
    }

    @Override
    public long number(long value) {
        header.expect(FieldKind.NUMBER);
        return header.number();
    }

    @Override
    public int number(int value) {
        long number = number((long) value);
        if (number != (int) number) {
            throw header.misfit("too large");
        }
        return (int) number;
    }

    @Override
    public long[] longs(long[] values, int used) {
        header.expect(FieldKind.LONGS);
        long[] read = new long[header.count(LENGTH_MAX)];
        elements(
                read.length,
                Long.BYTES,
                (done, more, source) -> source.asLongBuffer().get(read, done, more));
        return read;
    }

    @Override
    public void longs(PagedLongs values) {
        header.expect(FieldKind.LONGS);
        values.clear();
        values.reserve(header.count(LENGTH_MAX));
        elements(
                values.capacity(), Long.BYTES, (done, more, source) -> values.write(done, more, source.asLongBuffer()));
    }

    @Override
    public int[] ints(int[] values, int used) {
        header.expect(FieldKind.INTS);
        int[] read = new int[header.count(LENGTH_MAX)];
        elements(
                read.length,
                Integer.BYTES,
                (done, more, source) -> source.asIntBuffer().get(read, done, more));
        return read;
    }

    @Override
    public void ints(PagedInts values) {
        header.expect(FieldKind.INTS);
        values.clear();
        values.reserve(header.count(LENGTH_MAX));
        elements(
                values.capacity(),
                Integer.BYTES,
                (done, more, source) -> values.write(done, more, source.asIntBuffer()));
    }

    @Override
    public byte[] bytes(byte[] values, int used) {
        header.expect(FieldKind.BYTES);
        byte[] read = new byte[header.count(LENGTH_MAX)];
        elements(read.length, 1, (done, more, source) -> source.get(read, done, more));
        return read;
    }

    /** Takes the next elements, when so many have been taken. */
    @FunctionalInterface
    private interface Elements {
        void take(int done, int more, ByteBuffer source);
    }

    /** Reads the elements of an array that has room for at most so many. */
    private void elements(int most, int elementBytes, Elements elements) {
        int count = header.count(most);
        int done = 0;
        while (done < count) {
            ByteBuffer next = isInline(count, elementBytes) ? header.room(count * elementBytes) : page();
            int more = countIn(next, elementBytes, count - done);
            elements.take(done, more, next);
            done += more;
        }
    }

    private boolean isInline(long count, int elementBytes) {
        return count * elementBytes <= inlineBytes;
    }

    /** How many elements a page has. */
    private int countIn(ByteBuffer page, int elementBytes, int most) {
        int elements = page.remaining() / elementBytes;
        if (elements == 0 || elements > most || page.remaining() % elementBytes != 0) {
            throw header.misfit("of another length");
        }
        return elements;
    }

    private ByteBuffer page() {
        if (!pages.advance()) {
            throw header.misfit("cut off");
        }
        seen.accept(pages);
        return ByteBuffer.wrap(pages.bytes(), pages.offset(), pages.length())
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public byte[][] strings(byte[][] values, int used) {
        header.expect(FieldKind.STRINGS);
        byte[][] read = new byte[header.count(LENGTH_MAX)][];
        int count = header.count(read.length);
        long total = header.number();
        piece = isInline(total, 1) ? header.room((int) total) : ByteBuffer.allocate(0);
        byte[] length = new byte[Integer.BYTES];
        for (int i = 0; i < count; i++) {
            fill(length);
            int bytes = ByteBuffer.wrap(length).getInt();
            total -= Integer.BYTES + Math.max(bytes, 0);
            if (total < 0) {
                throw header.misfit("cut off");
            }
            read[i] = bytes < 0 ? null : new byte[bytes];
            fill(read[i]);
        }
        if (total != 0 || piece.hasRemaining()) {
            throw header.misfit("of another length");
        }
        return read;
    }

    private void fill(byte[] into) {
        int done = 0;
        while (into != null && done < into.length) {
            piece = piece.hasRemaining() ? piece : page();
            int more = Math.min(piece.remaining(), into.length - done);
            piece.get(into, done, more);
            done += more;
        }
    }
}
