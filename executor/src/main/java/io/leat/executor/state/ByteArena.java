package io.leat.executor.state;

import java.util.Arrays;

/** Byte strings one after the other in pages, so that growing copies nothing old; freed ones are only counted. */
final class ByteArena implements Archivable {
    private static final int PAGE_BITS = 20;
    private static final int PAGE_BYTES = 1 << PAGE_BITS;
    private static final int FIRST_PAGE_BYTES = 1 << 10;
    private static final int GARBAGE_MIN = 1 << 12;

    private byte[][] pages = {new byte[FIRST_PAGE_BYTES]};
    private int current;
    private int used;
    private long live;
    private long garbage;
    private long allocated = FIRST_PAGE_BYTES;

    /** Stores a copy of some bytes and returns their address. */
    long add(byte[] source, int offset, int length) {
        makeRoom(length);
        System.arraycopy(source, offset, pages[current], used, length);
        long address = (long) current << PAGE_BITS | used;
        used += length;
        live += length;
        return address;
    }

    /** Strings begin within the first 2^20 bytes of their page; one that is longer has a page of its own. */
    private void makeRoom(int length) {
        if (used < PAGE_BYTES && used + (long) length <= pages[current].length) {
            return;
        }
        if (used > 0 && used + (long) length > PAGE_BYTES || used >= PAGE_BYTES) {
            newPage(Math.max(length, PAGE_BYTES));
        } else {
            growPage(Math.max(used + length, Math.min(PAGE_BYTES, pages[current].length * 2)));
        }
    }

    private void newPage(int bytes) {
        current++;
        if (current == pages.length) {
            pages = Arrays.copyOf(pages, current * 2);
        }
        pages[current] = new byte[bytes];
        allocated += bytes;
        used = 0;
    }

    private void growPage(int bytes) {
        allocated += bytes - pages[current].length;
        pages[current] = Arrays.copyOf(pages[current], bytes);
    }

    /** The array that holds the bytes at an address. */
    byte[] page(long address) {
        return pages[(int) (address >>> PAGE_BITS)];
    }

    /** Where in its page an address is. */
    int offset(long address) {
        return (int) address & PAGE_BYTES - 1;
    }

    /** So many stored bytes are no longer needed. */
    void free(int length) {
        live -= length;
        garbage += length;
    }

    /** Whether more than half of it is garbage, so that moving the rest to a new arena pays. */
    boolean wantsCompaction() {
        return garbage > GARBAGE_MIN && garbage > live;
    }

    @Override
    public void archive(StateArchive archive) {
        current = archive.number(current);
        used = archive.number(used);
        live = archive.number(live);
        garbage = archive.number(garbage);
        if (archive.isRestoring()) {
            pages = new byte[current + 1][0];
        }
        allocated = 0;
        for (int i = 0; i <= current; i++) {
            pages[i] = archive.bytes(pages[i], i == current ? used : pages[i].length);
            allocated += pages[i].length;
        }
    }

    long bytes() {
        return allocated;
    }
}
