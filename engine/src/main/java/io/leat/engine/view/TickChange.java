package io.leat.engine.view;

import io.leat.core.batch.ZSet;

/** What one tick changed: each row once, retractions first. */
public record TickChange(long tick, ZSet change) {}
