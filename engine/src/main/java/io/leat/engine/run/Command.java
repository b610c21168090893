package io.leat.engine.run;

import io.leat.core.error.LeatException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Work that somebody waits for. Its result is told apart from when it was done, so that a write can be safe in between. */
final class Command<T> {
    /** What work has to do with the ticks around it. */
    enum Kind {
        /** It sees the graph as it is between two ticks, with all writes before it. */
        BETWEEN_TICKS,
        /** It adds to what the next tick takes in, and is answered after that. */
        WRITE,
        /** Writes that are under way do not matter to it. */
        LOOK
    }

    private final Kind kind;
    private final Callable<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private T result;
    private Throwable failure;

    Command(Kind kind, Callable<T> work) {
        this.kind = kind;
        this.work = work;
    }

    Kind kind() {
        return kind;
    }

    /** Does the work and keeps what came of it, whatever that is: whoever waits is told. */
    void run() {
        try {
            result = work.call();
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** That memory ran out in the middle, if others could see what was half done. */
    Optional<OutOfMemoryError> memoryRanOut() {
        return kind != Kind.LOOK && failure instanceof OutOfMemoryError error ? Optional.of(error) : Optional.empty();
    }

    /** Tells what came of it. */
    void tell() {
        if (failure == null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(failure);
        }
    }

    /** Tells that nothing will come of it. */
    void fail(LeatException reason) {
        answer.completeExceptionally(reason);
    }

    CompletableFuture<T> answer() {
        return answer;
    }
}
