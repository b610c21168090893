package io.leat.executor.checkpoint;

import io.leat.executor.state.PagedInts;
import io.leat.executor.state.PagedLongs;
import io.leat.executor.state.StateArchive;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the fields of a part: small ones into its header, arrays as pages, little-endian.
 *
 * <p>In the header each field is a {@link FieldKind} and a number, or the length of an array and how many of its elements
 * count; short arrays follow at once. Of byte strings their length and their bytes lie in the pages.
 */
final class CapturingArchive implements StateArchive {
    private static final int NOTHING = -1;

    private final PageCapture capture;
    private final HeaderOutput header = new HeaderOutput();
    private final List<CapturedPage> pages = new ArrayList<>();

    CapturingArchive(PageCapture capture) {
        this.capture = capture;
    }

    /** What was taken, when all fields were. */
    CapturedPart part(String name) {
        header.kind(FieldKind.END);
        return new CapturedPart(name, header.bytes(), pages);
    }

    @Override
    public boolean isRestoring() {
        return false;
    }

    @Override
    public long number(long value) {
        header.kind(FieldKind.NUMBER);
        header.number(value);
        return value;
    }

    @Override
    public long[] longs(long[] values, int used) {
        array(
                FieldKind.LONGS,
                values.length,
                used,
                Long.BYTES,
                (from, count, target) -> target.asLongBuffer().put(values, from, count));
        return values;
    }

    @Override
    public void longs(PagedLongs values) {
        int used = values.capacity();
        array(
                FieldKind.LONGS,
                used,
                used,
                Long.BYTES,
                (from, count, target) -> values.read(from, count, target.asLongBuffer()));
    }

    @Override
    public int[] ints(int[] values, int used) {
        array(
                FieldKind.INTS,
                values.length,
                used,
                Integer.BYTES,
                (from, count, target) -> target.asIntBuffer().put(values, from, count));
        return values;
    }

    @Override
    public void ints(PagedInts values) {
        int used = values.capacity();
        array(
                FieldKind.INTS,
                used,
                used,
                Integer.BYTES,
                (from, count, target) -> values.read(from, count, target.asIntBuffer()));
    }

    /** Copies elements from a place on into a buffer. */
    @FunctionalInterface
    private interface Elements {
        void copy(int from, int count, ByteBuffer target);
    }

    private void array(FieldKind kind, int length, int used, int elementBytes, Elements elements) {
        if (isBegunInline(kind, length, used, elementBytes)) {
            elements.copy(0, used, header.room(used * elementBytes));
            return;
        }
        int most = capture.layout().pageBytes() / elementBytes;
        int count;
        for (int from = 0; from < used; from += count) {
            count = Math.min(most, used - from);
            elements.copy(from, count, buffer());
            pages.add(capture.takeBuffer(count * elementBytes));
        }
    }

    @Override
    public byte[] bytes(byte[] values, int used) {
        if (isBegunInline(FieldKind.BYTES, values.length, used, 1)) {
            header.room(used).put(values, 0, used);
            return values;
        }
        int most = capture.layout().pageBytes();
        int count;
        for (int from = 0; from < used; from += count) {
            count = Math.min(most, used - from);
            pages.add(capture.take(values, from, count));
        }
        return values;
    }

    /** Begins an array, and says whether its elements lie in the header. */
    private boolean isBegunInline(FieldKind kind, int length, int used, int elementBytes) {
        header.kind(kind);
        header.number(length);
        header.number(used);
        return isInline((long) used * elementBytes);
    }

    private boolean isInline(long bytes) {
        return bytes <= capture.layout().inlineBytes();
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(capture.buffer()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public byte[][] strings(byte[][] values, int used) {
        header.kind(FieldKind.STRINGS);
        header.number(values.length);
        header.number(used);
        long total = 0;
        for (int i = 0; i < used; i++) {
            total += Integer.BYTES + (values[i] == null ? 0 : values[i].length);
        }
        header.number(total);
        boolean inline = isInline(total);
        ByteBuffer target = inline ? header.room((int) total) : buffer();
        byte[] length = new byte[Integer.BYTES];
        for (int i = 0; i < used; i++) {
            ByteBuffer.wrap(length).putInt(values[i] == null ? NOTHING : values[i].length);
            target = put(length, target);
            target = values[i] == null ? target : put(values[i], target);
        }
        if (!inline && target.position() > 0) {
            pages.add(capture.takeBuffer(target.position()));
        }
        return values;
    }

    /** Adds bytes to a page, and goes on to others when it is full. */
    private ByteBuffer put(byte[] bytes, ByteBuffer page) {
        ByteBuffer target = page;
        int count;
        for (int from = 0; from < bytes.length; from += count) {
            if (!target.hasRemaining()) {
                pages.add(capture.takeBuffer(target.position()));
                target = buffer();
            }
            count = Math.min(target.remaining(), bytes.length - from);
            target.put(bytes, from, count);
        }
        return target;
    }
}
