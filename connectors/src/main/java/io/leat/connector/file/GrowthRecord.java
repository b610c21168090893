package io.leat.connector.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * How far a growing file is written: the length that is committed, and the last tick of each sink that has written to it.
 *
 * @param length the committed length in bytes
 * @param appending whether bytes behind that length are of a flush that was not finished
 * @param key what tells the file from another one of the same name
 * @param check a checksum of the bytes before the committed length
 * @param ticks last tick by writer
 */
record GrowthRecord(long length, boolean appending, String key, String check, Map<String, Long> ticks) {
    /** How many bytes before the committed length are looked at to know the file again. */
    private static final int CHECKED_BYTES = 4_096;

    private static final String LENGTH = "length ";
    private static final String APPENDING = "appending ";
    private static final String KEY = "key ";
    private static final String CHECK = "check ";
    private static final String TICK = "tick ";

    /** Nothing is known of the file. */
    static final GrowthRecord NONE = new GrowthRecord(0, false, "", "", Map.of());

    /** The record of a file as it is, cut at a length. */
    static GrowthRecord of(SinkTarget file, long length, boolean appending, Map<String, Long> ticks)
            throws IOException {
        return new GrowthRecord(length, appending, file.files().key(file.path()), check(file, length), ticks);
    }

    private static String check(SinkTarget file, long length) throws IOException {
        long from = Math.max(0, length - CHECKED_BYTES);
        CRC32C crc = new CRC32C();
        crc.update(file.files().read(file.path(), from, (int) (length - from)));
        return Long.toHexString(crc.getValue());
    }

    /** Whether what lies behind the committed length was written by a sink that could not finish. */
    boolean hasUnfinished(SinkTarget file) throws IOException {
        if (!appending || !file.files().exists(file.path()) || file.files().size(file.path()) <= length) {
            return false;
        }
        boolean known = length > 0 || key.equals(file.files().key(file.path()));
        return known && check.equals(check(file, length));
    }

    /** The same, with nothing behind the committed length any more that is not somebody else's. */
    GrowthRecord settled() {
        return new GrowthRecord(length, false, key, check, ticks);
    }

    /** The last tick of a writer. */
    OptionalLong lastTick(String writer) {
        return ticks.containsKey(writer) ? OptionalLong.of(ticks.get(writer)) : OptionalLong.empty();
    }

    /** The record as lines of text. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(LENGTH + length);
        lines.add(APPENDING + appending);
        lines.add(KEY + key);
        lines.add(CHECK + check);
        ticks.forEach((writer, tick) -> lines.add(TICK + writer + " " + tick));
        return lines;
    }

    /** The record of such lines. */
    static GrowthRecord parse(List<String> lines) {
        Map<String, String> values = new TreeMap<>();
        Map<String, Long> ticks = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ') + 1;
            values.put(line.substring(0, space), line.substring(space));
            if (line.startsWith(TICK)) {
                int last = line.lastIndexOf(' ');
                ticks.put(line.substring(TICK.length(), last), Long.parseLong(line.substring(last + 1)));
            }
        }
        return new GrowthRecord(
                Long.parseLong(values.get(LENGTH)),
                Boolean.parseBoolean(values.get(APPENDING)),
                values.get(KEY),
                values.get(CHECK),
                ticks);
    }
}
