package io.leat.engine.run;

import io.leat.core.plan.ChangeMode;
import io.leat.engine.durable.ChangedDefinitions;

/**
 * How a view is replaced under those who read it.
 *
 * @param changes whether they believe that its rows are never taken back
 * @param errorChanges whether those who read the rows that it cannot compute believe so of them
 * @param definitions the definitions before and after
 */
public record Replacement(ChangeMode changes, ChangeMode errorChanges, ChangedDefinitions definitions) {}
