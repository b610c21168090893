package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a database back to a savepoint. What it was before is kept as another savepoint. Then a file says what is to be done,
 * and it is done, once more after a crash, until that file is gone.
 */
final class SavepointStart {
    private static final Logger LOG = LoggerFactory.getLogger(SavepointStart.class);
    private static final String ORDER = "leat.restore";
    private static final Pattern CONTENT = Pattern.compile("leat restore 1\n([^\n]+)\n(.{36})\n(\\d{1,18})\n");

    private final Storage storage;
    private final Savepoints savepoints;

    SavepointStart(Storage storage) {
        this.storage = storage;
        this.savepoints = new Savepoints(storage);
    }

    /**
     * Puts it back. The database gets a new identity: its sinks begin anew.
     *
     * @throws LeatException UNKNOWN_OBJECT; DATA_CORRUPTED if the savepoint is damaged; DISK_FULL
     */
    void begin(String name, long nowMillis) {
        Savepoint savepoint = savepoints.require(name);
        savepoints.read(savepoint, ClosedDatabase::new);
        long tick = Math.max(savepoint.tick(), lastTick());
        String before = savepoints.freeName("before_" + savepoint.name());
        savepoints.create(before, nowMillis, content -> {
            new DatabaseLayout(storage).copyAll(content);
            return tick;
        });
        String order = "leat restore 1\n" + savepoint.name() + "\n" + UUID.randomUUID() + "\n" + tick + "\n";
        storage.replace(ORDER, order.getBytes(StandardCharsets.UTF_8));
        LOG.info("what was there before is kept as savepoint {}", before);
        finish();
    }

    /** A database that is damaged can be put back, too; it has ticks then of which nobody knows. */
    private long lastTick() {
        try {
            return new ClosedDatabase(storage).lastTick();
        } catch (LeatException e) {
            if (e.code() != ErrorCode.DATA_CORRUPTED) {
                throw e;
            }
            LOG.warn("the database is damaged, its last tick is not known: {}", e.getMessage());
            return 0;
        }
    }

    /** Does what was begun, if anything was. */
    void finish() {
        if (!storage.exists(ORDER)) {
            return;
        }
        Matcher order = CONTENT.matcher(new String(storage.read(ORDER), StandardCharsets.UTF_8));
        if (!order.matches()) {
            throw Corruption.of(storage.place(ORDER) + " does not say which savepoint is to be gone back to");
        }
        UUID identity = UUID.fromString(order.group(2));
        new DatabaseLayout(storage).eraseState();
        savepoints.read(
                savepoints.require(order.group(1)),
                content -> new ClosedDatabase(content).copy(storage, identity, Long.parseLong(order.group(3))));
        storage.delete(ORDER);
        storage.syncNames();
    }
}
