package io.leat.engine.fake;

import io.leat.core.connector.Position;
import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a scripted source delivers, in the order in which it was added. May grow while sources read it: they are told by
 * their next poll. Any number of sources may read it, each from where it likes. Safe from any thread.
 */
public final class Script {

    /**
     * One record.
     *
     * @param offset its place in its partition, from 0
     * @param values the stored columns as Java values; null for a bad record or a failure
     * @param badReason why it cannot be decoded; null for others
     * @param failure what reading it throws, each time; null for others
     */
    record Entry(String partition, long offset, List<Object> values, String badReason, LeatException failure) {}

    private final List<Entry> entries = new ArrayList<>();
    private final SortedMap<String, Long> ends = new TreeMap<>();
    private final Set<String> partitions = new LinkedHashSet<>();
    private final AtomicInteger openSources = new AtomicInteger();
    private final AtomicInteger sourcesOpened = new AtomicInteger();
    private boolean ended;
    private int rowsPerPoll = Integer.MAX_VALUE;
    private Runnable beforePoll = () -> {};

    /** Names partitions that may be empty at first. */
    public synchronized Script partitions(String... names) {
        Collections.addAll(partitions, names);
        return this;
    }

    /** Adds a row: the stored columns as Java values. */
    public Script row(String partition, Object... values) {
        List<Object> copy = new ArrayList<>();
        Collections.addAll(copy, values);
        return add(partition, copy, null, null);
    }

    /** Adds a record that cannot be decoded. */
    public Script bad(String partition, String reason) {
        return add(partition, null, reason, null);
    }

    /** Adds a place at which reading fails for good; it is no record and takes no offset. */
    public Script failure(String partition, LeatException reason) {
        return add(partition, null, null, reason);
    }

    private synchronized Script add(String partition, List<Object> values, String badReason, LeatException failure) {
        partitions.add(partition);
        long offset = ends.getOrDefault(partition, 0L);
        entries.add(new Entry(partition, offset, values, badReason, failure));
        ends.put(partition, failure == null ? offset + 1 : offset);
        return this;
    }

    /** Says that nothing will be added: sources that have read everything are finished. */
    public synchronized Script end() {
        ended = true;
        return this;
    }

    /** Forgets failures, as when somebody has repaired the outside world. */
    public synchronized Script repair() {
        entries.removeIf(entry -> entry.failure() != null);
        return this;
    }

    /** Lets each poll bring so many rows at most, so that they come in several ticks. */
    public synchronized Script rowsPerPoll(int rows) {
        rowsPerPoll = rows;
        return this;
    }

    /** Does something before each poll, as a world does that goes on meanwhile. */
    public synchronized Script beforePoll(Runnable work) {
        beforePoll = work;
        return this;
    }

    /** How many sources are open and have not been closed. */
    public int openSources() {
        return openSources.get();
    }

    /** How many sources have ever been opened. */
    public int sourcesOpened() {
        return sourcesOpened.get();
    }

    void opened() {
        sourcesOpened.incrementAndGet();
        openSources.incrementAndGet();
    }

    void closed() {
        openSources.decrementAndGet();
    }

    void polled() {
        Runnable work;
        synchronized (this) {
            work = beforePoll;
        }
        work.run();
    }

    synchronized int rowsPerPoll() {
        return rowsPerPoll;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    synchronized List<String> partitions() {
        return List.copyOf(partitions);
    }

    synchronized Position ends() {
        return Position.of(ends);
    }

    /** The record at a place, or null behind the last. */
    synchronized Entry entry(int index) {
        return index < entries.size() ? entries.get(index) : null;
    }
}
