package io.leat.engine;

import java.time.Duration;

/** A listener's tie to a view. Closing it ends the calls: none is under way or comes when {@link #close} has returned, unless the listener itself closed it. */
public interface Subscription extends AutoCloseable {

    /**
     * Waits until the changes have ended by themselves, because every source is bounded and read.
     *
     * @return whether they ended within that time
     * @throws io.leat.core.error.LeatException what ended them, if it was a failure
     */
    boolean awaitEnd(Duration timeout);

    @Override
    void close();
}
