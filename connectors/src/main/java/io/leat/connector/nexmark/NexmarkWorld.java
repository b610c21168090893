package io.leat.connector.nexmark;

/** What all events of a seed have in common; made when first asked for. One thread asks, any may use what it gets. */
final class NexmarkWorld {
    private final long seed;
    private final EventTimes times;
    private Filler filler;
    private Channels channels;

    NexmarkWorld(long seed, EventTimes times) {
        this.seed = seed;
        this.times = times;
    }

    EventTimes times() {
        return times;
    }

    Filler filler() {
        filler = filler == null ? new Filler(seed) : filler;
        return filler;
    }

    Channels channels() {
        channels = channels == null ? new Channels(seed) : channels;
        return channels;
    }
}
