package io.leat.connector.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;

/**
 * Files in memory that know what is safe. Every change is a step, and a crash can come before any of them; then {@link
 * #afterCrash} is what the next process finds. Directories are there when they have been asked for.
 */
final class MemoryFiles implements SinkFiles {
    /** What a crash does. */
    enum Mode {
        /** The process is killed: all that it did is there. */
        CLEAN,
        /** The process is killed in the middle of a write. */
        TORN,
        /** The power fails: all that was not synced is lost. */
        LOST,
        /** The power fails: of what was not synced any part is lost. */
        REORDERED
    }

    /** The end of the process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Node {
        private final int number;
        private byte[] content = new byte[0];
        private byte[] safe = new byte[0];

        Node(int number) {
            this.number = number;
        }
    }

    /** A change of names that is not safe yet: by path the file, or null if it has gone from there. */
    private record Naming(Map<Path, Node> names) {}

    private final Map<Path, Node> names = new TreeMap<>();
    private final Map<Path, Node> safeNames = new TreeMap<>();
    private final List<Naming> unsafe = new ArrayList<>();
    private final Random random;
    private Mode mode = Mode.CLEAN;
    private int crashAt = Integer.MAX_VALUE;
    private int steps;
    private int nodes;

    MemoryFiles(Random random) {
        this.random = random;
    }

    /** Crashes before a step. */
    void crashAt(int step, Mode how) {
        crashAt = step;
        mode = how;
    }

    int steps() {
        return steps;
    }

    private void step() {
        if (steps >= crashAt) {
            throw new Crash();
        }
        steps++;
    }

    /** What the next process finds. */
    MemoryFiles afterCrash() {
        MemoryFiles left = new MemoryFiles(random);
        left.nodes = nodes;
        Map<Path, Node> found = new TreeMap<>(mode == Mode.LOST || mode == Mode.REORDERED ? safeNames : names);
        if (mode == Mode.REORDERED) {
            unsafe.stream().filter(naming -> random.nextBoolean()).forEach(naming -> apply(naming.names(), found));
        }
        found.forEach((path, node) -> left.put(path, node, survivor(node)));
        return left;
    }

    private void put(Path path, Node from, byte[] content) {
        Node node = new Node(from.number);
        node.content = content;
        node.safe = content;
        names.put(path, node);
        safeNames.put(path, node);
    }

    private byte[] survivor(Node node) {
        return switch (mode) {
            case LOST -> node.safe;
            case REORDERED -> random.nextBoolean() ? node.safe : torn(node);
            default -> node.content;
        };
    }

    /** Some of the bytes that came after the safe ones. */
    private byte[] torn(Node node) {
        int added = Math.max(0, node.content.length - node.safe.length);
        return Arrays.copyOf(node.content, node.content.length - (added == 0 ? 0 : random.nextInt(added + 1)));
    }

    private static void apply(Map<Path, Node> change, Map<Path, Node> to) {
        change.forEach((path, node) -> {
            if (node == null) {
                to.remove(path);
            } else {
                to.put(path, node);
            }
        });
    }

    private void rename(Map<Path, Node> change) {
        apply(change, names);
        unsafe.add(new Naming(change));
    }

    /** A file that is there, safely. */
    void put(Path path, String content) {
        put(path, new Node(nodes++), content.getBytes(StandardCharsets.UTF_8));
    }

    /** The texts of all files by path. */
    Map<Path, String> texts() {
        Map<Path, String> texts = new TreeMap<>();
        names.forEach((path, node) -> texts.put(path, new String(node.content, StandardCharsets.UTF_8)));
        return texts;
    }

    private Node node(Path path) {
        Node node = names.get(path);
        if (node == null) {
            throw new NoSuchElementException(path.toString());
        }
        return node;
    }

    @Override
    public boolean exists(Path path) {
        return names.containsKey(path) || isDirectory(path);
    }

    @Override
    public boolean isDirectory(Path path) {
        return names.keySet().stream().anyMatch(file -> file.startsWith(path) && !file.equals(path));
    }

    @Override
    public List<Path> filesBelow(Path directory) {
        return names.keySet().stream()
                .filter(file -> file.startsWith(directory))
                .toList();
    }

    @Override
    public long size(Path file) {
        return node(file).content.length;
    }

    @Override
    public byte[] read(Path file, long from, int length) {
        byte[] content = node(file).content;
        return Arrays.copyOfRange(content, (int) from, (int) Math.min(content.length, from + length));
    }

    @Override
    public String key(Path file) {
        return "file " + node(file).number;
    }

    @Override
    public Output append(Path file) throws IOException {
        create(file);
        return new MemoryOutput(node(file));
    }

    @Override
    public boolean create(Path file) {
        if (names.containsKey(file)) {
            return false;
        }
        step();
        rename(Map.of(file, new Node(nodes++)));
        return true;
    }

    @Override
    public void move(Path from, Path to) {
        step();
        Map<Path, Node> change = new TreeMap<>();
        change.put(from, null);
        change.put(to, node(from));
        rename(change);
    }

    @Override
    public void delete(Path path) {
        if (names.containsKey(path)) {
            step();
            Map<Path, Node> change = new TreeMap<>();
            change.put(path, null);
            rename(change);
        }
    }

    @Override
    public void createDirectories(Path directory) {
        // There they are.
    }

    @Override
    public void syncNames(Path directory) {
        step();
        for (Naming naming : unsafe) {
            Map<Path, Node> here = new TreeMap<>(naming.names());
            here.keySet().removeIf(path -> !path.getParent().equals(directory));
            apply(here, safeNames);
        }
        unsafe.removeIf(naming -> naming.names().keySet().stream()
                .allMatch(path -> path.getParent().equals(directory)));
    }

    @Override
    public Closeable lock(Path file) {
        return () -> {};
    }

    private final class MemoryOutput implements Output {
        private final Node node;

        MemoryOutput(Node node) {
            this.node = node;
        }

        @Override
        public long size() {
            return node.content.length;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (length == 0) {
                return;
            }
            if (steps >= crashAt && mode == Mode.TORN) {
                add(bytes, from, random.nextInt(length + 1));
            }
            step();
            add(bytes, from, length);
        }

        private void add(byte[] bytes, int from, int length) {
            int before = node.content.length;
            node.content = Arrays.copyOf(node.content, before + length);
            System.arraycopy(bytes, from, node.content, before, length);
        }

        @Override
        public void truncate(long size) {
            if (size < node.content.length) {
                step();
                node.content = Arrays.copyOf(node.content, (int) size);
            }
        }

        @Override
        public void sync() {
            step();
            node.safe = node.content;
        }

        @Override
        public void close() {
            // Nothing to free.
        }
    }
}
