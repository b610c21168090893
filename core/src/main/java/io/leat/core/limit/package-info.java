/** Limits have names: every bound that the engine puts on text, depth, rows, queues and time is a field here. */
package io.leat.core.limit;
