package io.leat.executor.state;

/**
 * Linked lists of numbers, each under the number of its head: adding takes constant time, and so does removing. Links
 * backwards are made when a number is first removed, so that lists that only grow do without.
 */
final class Chains implements Archivable {
    static final int NONE = -1;

    // Links hold numbers plus 1, so that 0 means none.
    private final PagedInts heads = new PagedInts();
    private final PagedInts next = new PagedInts();
    private final PagedInts previous = new PagedInts();
    /** Whether there are links backwards. */
    private boolean goesBack;

    /** Puts a number, which must not be in any list, first in a list. */
    void add(int head, int number) {
        int first = heads.get(head);
        next.set(number, first);
        heads.set(head, number + 1);
        if (goesBack) {
            previous.set(number, 0);
            if (first != 0) {
                previous.set(first - 1, number + 1);
            }
        }
    }

    /** Takes a number out of the list that it is in. */
    void remove(int head, int number) {
        if (!goesBack) {
            linkBack();
        }
        int after = next.get(number);
        int before = previous.get(number);
        if (after != 0) {
            previous.set(after - 1, before);
        }
        if (before != 0) {
            next.set(before - 1, after);
        } else {
            heads.set(head, after);
        }
    }

    private void linkBack() {
        goesBack = true;
        previous.reserve(Math.max(1, next.capacity()));
        for (int head = 0; head < heads.capacity(); head++) {
            int before = 0;
            for (int link = heads.get(head); link != 0; link = next.get(link - 1)) {
                previous.set(link - 1, before);
                before = link;
            }
        }
    }

    /** Whether no list ever had a number. */
    boolean isUnused() {
        return next.capacity() == 0 && heads.capacity() == 0;
    }

    /** Tells each number of each list its head. */
    void forEach(IntPairs consumer) {
        for (int head = 0; head < heads.capacity(); head++) {
            for (int link = heads.get(head); link != 0; link = next.get(link - 1)) {
                consumer.accept(head, link - 1);
            }
        }
    }

    /** Is told heads and numbers. */
    @FunctionalInterface
    interface IntPairs {
        void accept(int head, int number);
    }

    /** The first number of a list, or {@link #NONE}. */
    int first(int head) {
        return heads.get(head) - 1;
    }

    /** The number after another one in its list, or {@link #NONE}. */
    int next(int number) {
        return next.get(number) - 1;
    }

    void trim(int headLimit, int numberLimit) {
        heads.trim(headLimit);
        next.trim(numberLimit);
        previous.trim(numberLimit);
    }

    @Override
    public void archive(StateArchive archive) {
        heads.archive(archive);
        next.archive(archive);
        previous.archive(archive);
        if (archive.isRestoring()) {
            goesBack = previous.capacity() > 0;
        }
    }

    long bytes() {
        return heads.bytes() + next.bytes() + previous.bytes();
    }
}
