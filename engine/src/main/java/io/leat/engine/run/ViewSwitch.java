package io.leat.engine.run;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.ChangeMode;
import io.leat.engine.view.Content;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.Node;
import io.leat.executor.state.Archivable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts a new definition of a view in the place of the old one under those who read it: they go on with what they remember, and
 * get as a change what the new one contains more and less.
 */
final class ViewSwitch {
    private final LiveView before;
    private final LiveView after;
    private final List<LivePipeline> readers;
    private final ZSet difference;
    private final Optional<ViewSwitch> ofErrors;

    /**
     * A switch that has not happened.
     *
     * @param readers the views and jobs that read the view, directly or through others
     */
    ViewSwitch(LiveView before, LiveView after, List<LivePipeline> readers) {
        this.before = before;
        this.after = after;
        this.readers = readers;
        this.difference = Content.consolidate(
                after.snapshot().plus(before.snapshot().negate()),
                before.root().schema().types());
        this.ofErrors = before.errors().flatMap(old -> after.errors().map(now -> new ViewSwitch(old, now, readers)));
    }

    /**
     * Why the readers cannot go on; empty if they can.
     *
     * @param changes whether they believe that rows are never taken back
     * @param errorChanges whether those who read the rows that cannot be computed believe so
     */
    Optional<String> obstacle(ChangeMode changes, ChangeMode errorChanges) {
        return obstacle(changes).or(() -> ofErrors.flatMap(errors -> errors.obstacle(errorChanges)));
    }

    private Optional<String> obstacle(ChangeMode changes) {
        if (before.root().watermark() == Long.MAX_VALUE) {
            return Optional.of("they have come to their end and take no more changes");
        }
        if (before.root().isTimed() != after.root().isTimed()) {
            return Optional.of("the new definition has another event time");
        }
        if (changes == ChangeMode.APPEND_ONLY && retracts()) {
            return Optional.of("they count on rows that are never taken back, and the new definition takes some back");
        }
        return Optional.empty();
    }

    private boolean retracts() {
        for (Chunk chunk : difference.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                if (chunk.weight(row) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The error that names those who read the view. */
    LeatException refused(String reason) {
        String names = readers.stream()
                .map(reader -> (reader instanceof LiveView ? "view \"" : "job \"") + reader.name() + "\"")
                .collect(Collectors.joining(", "));
        return LeatException.of(
                        ErrorCode.DEPENDENT_OBJECTS,
                        "view \"" + before.name() + "\" is read by " + names + ", and cannot be replaced under them")
                .detail(reason)
                .hint("DROP them, replace the view, and create them again.");
    }

    /** Lets the readers read the new definition; {@link #undo} is still possible. */
    void redirect(Circuit circuit) {
        circuit.redirect(before.name(), after.root());
        ofErrors.ifPresent(errors -> errors.redirect(circuit));
    }

    /** Nothing has happened. */
    void undo(Circuit circuit) {
        circuit.redirect(before.name(), before.root());
        ofErrors.ifPresent(errors -> errors.undo(circuit));
    }

    /** Gives the readers the difference with the next tick. */
    void tell(Circuit circuit) {
        offer(after, difference, circuit);
        after.takeOver(before);
        ofErrors.ifPresent(errors -> errors.tell(circuit));
    }

    private static void offer(LiveView view, ZSet difference, Circuit circuit) {
        if (!difference.isEmpty()) {
            circuit.offer(view.name(), difference);
            view.announce(difference);
        }
    }

    /** The difference, as parts of a checkpoint that is taken before the readers have it. */
    Map<String, Archivable> pending() {
        Content content = content(after.root());
        content.apply(difference);
        Map<String, Archivable> parts = new LinkedHashMap<>();
        parts.put(part(after), content);
        ofErrors.ifPresent(errors -> parts.putAll(errors.pending()));
        return parts;
    }

    /** The name of the part of a view. */
    static String part(LiveView view) {
        return "difference " + view.part();
    }

    /** Gives the readers of a view what they did not have when a checkpoint was taken; answers whether that is anything. */
    static boolean goOn(LiveView view, Content pending, Circuit circuit) {
        offer(view, pending.snapshot(), circuit);
        return pending.rows() > 0;
    }

    /** A place for a pending difference. */
    static Content content(Node root) {
        return new Content(root.schema().types(), CHUNK_ROWS);
    }

    private static final int CHUNK_ROWS = 1_024;
}
