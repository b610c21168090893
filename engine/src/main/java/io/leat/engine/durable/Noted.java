package io.leat.engine.durable;

/** A record of the journal that recovery goes through: of what came into a tick, or of what is between two. */
sealed interface Noted permits ChangeRecord, PipelineRecord, TickRecord {

    /** The tick that it belongs to. */
    long tick();
}
