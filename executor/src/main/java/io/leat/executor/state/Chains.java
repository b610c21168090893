package io.leat.executor.state;

/** Doubly linked lists of numbers, each under the number of its head: adding and removing take constant time. */
final class Chains implements Archivable {
    static final int NONE = -1;

    // Links hold numbers plus 1, so that 0 means none.
    private final IntValues heads = new IntValues();
    private final IntValues next = new IntValues();
    private final IntValues previous = new IntValues();

    /** Puts a number, which must not be in any list, first in a list. */
    void add(int head, int number) {
        int first = heads.get(head);
        next.set(number, first);
        previous.set(number, 0);
        if (first != 0) {
            previous.set(first - 1, number + 1);
        }
        heads.set(head, number + 1);
    }

    /** Takes a number out of the list that it is in. */
    void remove(int head, int number) {
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
    }

    long bytes() {
        return heads.bytes() + next.bytes() + previous.bytes();
    }
}
