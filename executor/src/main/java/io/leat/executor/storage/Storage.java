package io.leat.executor.storage;

import java.util.List;

/**
 * One directory of files. What a crash leaves of it: all that was synced, and of the rest any part. Every method throws
 * {@link io.leat.core.error.LeatException}: DISK_FULL when there is no room, INPUT_OUTPUT for any other failure. Safe from
 * one thread at a time.
 */
public interface Storage {

    /** Names of the files, sorted. */
    List<String> list();

    /** Whether there is a file of that name. */
    default boolean exists(String name) {
        return list().contains(name);
    }

    /** Opens a file for reading. */
    StorageInput open(String name);

    /** Opens a file for adding to its end; it is made, empty, if it is not there. */
    StorageOutput append(String name);

    /** Gives a file another name, in the place of a file that has it: whoever looks sees one or the other. */
    void rename(String from, String to);

    /** Removes a file; nothing happens if there is none of that name. */
    void delete(String name);

    /** Returns when it is safe which files there are, and under which names. */
    void syncNames();

    /** A directory in this one; it is made, safely, if it is not there. */
    Storage directory(String name);

    /**
     * Removes a directory in this one with all that is in it; nothing happens if there is none of that name. A crash leaves
     * any part of it.
     */
    void deleteDirectory(String name);

    /** Where a file is, for messages. */
    String place(String name);

    /** All of a file. */
    default byte[] read(String name) {
        try (StorageInput input = open(name)) {
            byte[] all = new byte[Math.toIntExact(input.size())];
            input.read(0, all, 0, all.length);
            return all;
        }
    }

    /** Gives a file a content, safely and at once: after a crash it has the old one or the new one. */
    default void replace(String name, byte[] content) {
        String temporary = name + ".new";
        try (StorageOutput output = append(temporary)) {
            output.truncate(0);
            output.append(content, 0, content.length);
            output.sync();
        }
        rename(temporary, name);
        syncNames();
    }
}
