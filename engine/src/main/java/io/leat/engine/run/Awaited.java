package io.leat.engine.run;

import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Conditions that somebody waits for, checked after each turn. */
final class Awaited {
    private record Waiting(BooleanSupplier condition, CompletableFuture<Void> future, boolean pressing) {}

    private final List<Waiting> waiting = new ArrayList<>();

    void add(BooleanSupplier condition, CompletableFuture<Void> future, boolean pressing) {
        waiting.add(new Waiting(condition, future, pressing));
    }

    /** Whether somebody cannot wait for slow readers. */
    boolean isPressing() {
        return waiting.stream().anyMatch(one -> one.pressing && !one.future.isDone());
    }

    void check() {
        waiting.removeIf(this::settled);
    }

    private boolean settled(Waiting one) {
        if (one.future.isDone()) {
            return true;
        }
        try {
            if (!one.condition.getAsBoolean()) {
                return false;
            }
            one.future.complete(null);
        } catch (RuntimeException e) {
            one.future.completeExceptionally(e);
        }
        return true;
    }

    void fail(LeatException reason) {
        waiting.forEach(one -> one.future.completeExceptionally(reason));
        waiting.clear();
    }
}
