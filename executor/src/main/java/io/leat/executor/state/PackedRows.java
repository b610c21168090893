package io.leat.executor.state;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/** Encoded rows in an arena, each known by its place: one {@code long} that says where it lies and how long it is. */
final class PackedRows implements Archivable {
    private static final int LENGTH_BITS = 28;
    private static final int LENGTH_MAX = (1 << LENGTH_BITS) - 1;

    private ByteArena arena = new ByteArena();

    /** Stores a copy of a row and answers its place, which is not below 0. */
    long add(RowBytes row) {
        if (row.length() > LENGTH_MAX) {
            throw LeatException.of(
                    ErrorCode.LIMIT_EXCEEDED, "a row of " + row.length() + " bytes exceeds the limit of " + LENGTH_MAX);
        }
        return arena.add(row.bytes(), 0, row.length()) << LENGTH_BITS | row.length();
    }

    /** The array that holds the row at a place. */
    byte[] bytes(long place) {
        return arena.page(place >>> LENGTH_BITS);
    }

    /** Where in its array it begins. */
    int offset(long place) {
        return arena.offset(place >>> LENGTH_BITS);
    }

    private static int length(long place) {
        return (int) place & LENGTH_MAX;
    }

    /** A row is no longer needed. */
    void free(long place) {
        arena.free(length(place));
    }

    /** Whether moving the rows that are needed into another arena pays. */
    boolean wantsCompaction() {
        return arena.wantsCompaction();
    }

    /** Copies a row from another arena and answers its place here. */
    long move(PackedRows from, long place) {
        int length = length(place);
        return arena.add(from.bytes(place), from.offset(place), length) << LENGTH_BITS | length;
    }

    @Override
    public void archive(StateArchive archive) {
        arena.archive(archive);
    }

    long bytes() {
        return arena.bytes();
    }
}
