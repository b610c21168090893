package io.leat.executor.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Files as a disk and the system's memory before it have them: what was synced, and what was done since. Paths of files
 * in directories have slashes.
 */
final class MemoryDisk {
    /** Something that was done to a file and is not safe yet: bytes at a place, or a new end. */
    private record Edit(int position, byte[] bytes, boolean cuts) {
        byte[] on(byte[] content) {
            if (cuts) {
                return Arrays.copyOf(content, Math.min(content.length, position));
            }
            byte[] result = Arrays.copyOf(content, Math.max(content.length, position + bytes.length));
            System.arraycopy(bytes, 0, result, position, bytes.length);
            return result;
        }
    }

    /** A file, whatever its name is. */
    static final class Node {
        private byte[] safe = new byte[0];
        private final List<Edit> edits = new ArrayList<>();
        private byte[] content = new byte[0];

        int size() {
            return content.length;
        }

        byte[] content() {
            return content;
        }

        void append(byte[] bytes) {
            edit(new Edit(content.length, bytes, false));
        }

        void truncate(int size) {
            edit(new Edit(size, null, true));
        }

        private void edit(Edit edit) {
            edits.add(edit);
            content = edit.on(content);
        }

        void sync() {
            safe = content;
            edits.clear();
        }

        /** What is left of it if any part of what is not safe may be lost. */
        private byte[] survivor(Random random) {
            byte[] left = safe;
            for (Edit edit : edits) {
                left = random.nextBoolean() ? edit.on(left) : left;
            }
            return left;
        }
    }

    /** Something that was done to the names and is not safe yet; a null node means that there is none of that name any more. */
    private record Naming(String directory, Map<String, Node> names) {}

    private final Map<String, Node> names = new TreeMap<>();
    private Map<String, Node> safeNames = new TreeMap<>();
    private final List<Naming> namings = new ArrayList<>();

    /** Names and files of a directory; the directory ends with a slash unless it is the outermost. */
    List<String> list(String directory) {
        return names.keySet().stream()
                .filter(path -> path.startsWith(directory) && path.indexOf('/', directory.length()) < 0)
                .map(path -> path.substring(directory.length()))
                .toList();
    }

    Node get(String path) {
        return names.get(path);
    }

    Node create(String directory, String name) {
        Node node = new Node();
        Map<String, Node> change = new TreeMap<>();
        change.put(directory + name, node);
        apply(new Naming(directory, change));
        return node;
    }

    void rename(String directory, String from, String to) {
        Map<String, Node> change = new TreeMap<>();
        change.put(directory + to, names.get(directory + from));
        change.put(directory + from, null);
        apply(new Naming(directory, change));
    }

    void delete(String directory, String name) {
        Map<String, Node> change = new TreeMap<>();
        change.put(directory + name, null);
        apply(new Naming(directory, change));
    }

    private void apply(Naming naming) {
        namings.add(naming);
        apply(naming, names);
    }

    private static void apply(Naming naming, Map<String, Node> to) {
        naming.names().forEach((path, node) -> {
            if (node == null) {
                to.remove(path);
            } else {
                to.put(path, node);
            }
        });
    }

    void syncNames(String directory) {
        namings.stream()
                .filter(naming -> naming.directory().equals(directory))
                .forEach(naming -> apply(naming, safeNames));
        namings.removeIf(naming -> naming.directory().equals(directory));
    }

    /** A directory goes: what is not safe in it and below will be safe with the names of the one around it. */
    void moveNamings(String from, String to) {
        namings.replaceAll(naming -> naming.directory().startsWith(from) ? new Naming(to, naming.names()) : naming);
    }

    /** What a new process finds when the old one was killed: everything that was done. */
    MemoryDisk afterKill() {
        MemoryDisk left = new MemoryDisk();
        names.forEach((path, node) -> left.put(path, node.content));
        return left;
    }

    /** What is there after a power failure that lost everything that was not safe. */
    MemoryDisk afterLoss() {
        MemoryDisk left = new MemoryDisk();
        safeNames.forEach((path, node) -> left.put(path, node.safe));
        return left;
    }

    /** What is there after a power failure that lost any part of what was not safe. */
    MemoryDisk afterDisorder(Random random) {
        Map<String, Node> surviving = new TreeMap<>(safeNames);
        for (Naming naming : namings) {
            if (random.nextBoolean()) {
                apply(naming, surviving);
            }
        }
        MemoryDisk left = new MemoryDisk();
        surviving.forEach((path, node) -> left.put(path, node.survivor(random)));
        return left;
    }

    private void put(String path, byte[] content) {
        Node node = new Node();
        node.content = content.clone();
        node.safe = node.content;
        names.put(path, node);
        safeNames.put(path, node);
    }

    /** Adds to a file, safely. */
    void append(String path, byte[] bytes) {
        names.get(path).append(bytes);
        names.get(path).sync();
    }

    /** Changes one byte of a file, safely. */
    void flip(String path, int offset) {
        byte[] changed = names.get(path).content.clone();
        changed[offset] ^= 0x5A;
        put(path, changed);
    }

    /** All files. */
    List<String> paths() {
        return List.copyOf(names.keySet());
    }
}
