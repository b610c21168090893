package io.leat.engine;

import io.leat.engine.database.Database;
import java.time.Duration;
import java.util.Optional;

/** The settings that all sessions of a database share. */
final class SharedSettings {
    static final String AUTO = "auto";

    private final Database database;

    SharedSettings(Database database) {
        this.database = database;
    }

    /** The value of a setting; empty if it is not shared. */
    Optional<String> get(String name) {
        return switch (name) {
            case Settings.SHARDS ->
                Optional.of(database.requestedShards().map(String::valueOf).orElse(AUTO));
            case Settings.CHECKPOINT_INTERVAL ->
                Optional.of(String.valueOf(database.checkpoints().interval().toMillis()));
            case Settings.CHECKPOINTS_KEPT ->
                Optional.of(String.valueOf(database.checkpoints().kept()));
            default -> Optional.empty();
        };
    }

    /** Changes a setting; answers whether it is a shared one. */
    boolean set(String name, String word) {
        switch (name) {
            case Settings.SHARDS ->
                database.requestShards(word.equals(AUTO) ? Optional.empty() : Optional.of(Integer.valueOf(word)));
            case Settings.CHECKPOINT_INTERVAL ->
                database.setCheckpoints(database.checkpoints().withInterval(Duration.ofMillis(Long.parseLong(word))));
            case Settings.CHECKPOINTS_KEPT ->
                database.setCheckpoints(database.checkpoints().withKept(Integer.parseInt(word)));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Gives all their defaults again. */
    void reset() {
        database.requestShards(Optional.empty());
        database.setCheckpoints(database.initialCheckpoints());
    }
}
