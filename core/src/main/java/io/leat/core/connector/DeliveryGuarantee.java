package io.leat.core.connector;

/** How often the outside world gets what a sink was given, whatever ends the process in between. */
public enum DeliveryGuarantee {
    /** Once: the sink knows its last tick. */
    EXACTLY_ONCE("exactly-once"),
    /** Once or more often: after a crash the last changes may come again. */
    AT_LEAST_ONCE("at-least-once");

    private final String words;

    DeliveryGuarantee(String words) {
        this.words = words;
    }

    /** What options and messages call it: {@code exactly-once} or {@code at-least-once}. */
    @Override
    public String toString() {
        return words;
    }
}
