package io.leat.executor.circuit;

/**
 * How far event time has come at a node.
 *
 * @param timed whether any input below it has event time
 * @param value the watermark: the least of the inputs that have event time; without any, {@code Long.MAX_VALUE} when all
 *     inputs have ended and {@code Long.MIN_VALUE} before
 */
record EventTimeBound(boolean timed, long value) {

    /** An input without event time that has not ended. */
    static final EventTimeBound UNTIMED = new EventTimeBound(false, Long.MIN_VALUE);

    /** The bound of a node that reads two others. An input without event time holds nothing back while another has it. */
    EventTimeBound and(EventTimeBound other) {
        if (timed == other.timed) {
            return new EventTimeBound(timed, Math.min(value, other.value));
        }
        return timed ? this : other;
    }

    /** The same, but not before a time that it had reached already. */
    EventTimeBound notBefore(long reached) {
        return value < reached ? new EventTimeBound(timed, reached) : this;
    }
}
