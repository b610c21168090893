package io.leat.shell.interactive;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.Leat;
import io.leat.engine.Session;
import io.leat.engine.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Opens the database while the prompt is drawn already, and then warms the planner while the user types. */
public final class DatabaseOpening implements AutoCloseable {
    private final CompletableFuture<Leat> opened = new CompletableFuture<>();
    private final CompletableFuture<Session> session;
    private final Supplier<String> progress;
    private volatile CompletableFuture<Session> awaited;

    /** Begins on a thread of its own. */
    public DatabaseOpening(Supplier<Leat> opener) {
        this(opener, () -> "");
    }

    /**
     * Begins on a thread of its own.
     *
     * @param progress what to say of it meanwhile
     */
    public DatabaseOpening(Supplier<Leat> opener, Supplier<String> progress) {
        this.progress = progress;
        awaited = new CompletableFuture<>();
        session = opened.thenApply(Leat::session);
        Thread thread = new Thread(() -> open(opener), "leat-opening");
        thread.setDaemon(true);
        thread.start();
    }

    private void open(Supplier<Leat> opener) {
        try {
            opened.complete(opener.get());
        } catch (RuntimeException e) {
            opened.completeExceptionally(e);
            return;
        }
        Leat.warmUp();
    }

    /** Whether the database can be asked without waiting. */
    public boolean isOpen() {
        return session.isDone() && !session.isCompletedExceptionally();
    }

    /**
     * The user's session; waits until the database is open.
     *
     * @throws LeatException why it cannot be opened; CANCELED if {@link #cancel} was called meanwhile
     */
    public Session session() {
        awaited = session.copy();
        return await(awaited);
    }

    /** Ends what the user's session waits for, or waiting for it; opening goes on. */
    public void cancel() {
        if (isOpen()) {
            await(session).cancel();
        } else {
            awaited.completeExceptionally(LeatException.of(ErrorCode.CANCELED, "the statement was canceled"));
        }
    }

    /** How far opening has come, or what the user's session does, for people. */
    public String progress() {
        return isOpen() ? await(session).progress().map(Progress::toString).orElse("") : progress.get();
    }

    /** Another session, which is not in the way of the user's. */
    public Session otherSession() {
        return await(opened).session();
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException | CancellationException e) {
            throw e.getCause() instanceof LeatException leat
                    ? leat
                    : LeatException.internal("while the database was opened", e);
        }
    }

    @Override
    public void close() {
        if (!opened.isCompletedExceptionally()) {
            await(opened).close();
        }
    }
}
