package io.leat.engine.system;

import io.leat.core.batch.ZSet;

/** Answers what a system table contains at this moment. Asked on the run loop. */
@FunctionalInterface
public interface SystemContent {

    /** The rows of a system table. */
    ZSet of(String table);
}
