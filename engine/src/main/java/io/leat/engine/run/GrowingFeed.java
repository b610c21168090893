package io.leat.engine.run;

/** The history of a relation that goes on while it is read: it is given in rounds, each up to where the relation then is. */
interface GrowingFeed extends Feed {
    /**
     * Begins the next round: takes over what has come until now. Called between two ticks, when everything before was given.
     *
     * @throws io.leat.core.error.LeatException if the relation has failed
     */
    void grow();

    /** How many rows this round has; {@code Long.MAX_VALUE} if they must be read from outside. */
    long left();

    /** Notes what a tick has changed; called after each. */
    void watch();
}
