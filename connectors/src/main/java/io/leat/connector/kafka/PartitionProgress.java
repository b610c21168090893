package io.leat.connector.kafka;

import org.apache.kafka.common.TopicPartition;

/** How far one partition has been read. */
final class PartitionProgress {
    /** An end that is never reached. */
    static final long NO_END = Long.MAX_VALUE;

    private final TopicPartition partition;
    private final int index;
    private final long until;
    private long next;

    /**
     * A partition that stands at an offset.
     *
     * @param index its place among the partitions of its source
     * @param next the offset of the next record
     * @param until the first offset that is not read any more, or {@link #NO_END}
     */
    PartitionProgress(TopicPartition partition, int index, long next, long until) {
        this.partition = partition;
        this.index = index;
        this.until = until;
        this.next = next;
    }

    TopicPartition partition() {
        return partition;
    }

    int index() {
        return index;
    }

    /** The offset of the next record. */
    long next() {
        return next;
    }

    /** The first offset that is not read any more. */
    long until() {
        return until;
    }

    /** Whether everything before its end has been read. */
    boolean isDone() {
        return next >= until;
    }

    /** Moves on to an offset, but not behind the end: what lies between may be gaps, such as markers of transactions. */
    void advance(long offset) {
        next = Math.max(next, Math.min(offset, until));
    }
}
