/**
 * Shards: how one circuit uses several processors.
 *
 * <p>Every operator is there once a shard, each with the state of its own keys. {@link
 * io.leat.executor.shard.Distribution} says which rows meet on one shard, {@link io.leat.executor.shard.Splitter} sends
 * rows where they must go by a hash of their key, {@link io.leat.executor.shard.Dealing} spreads new rows evenly, and
 * {@link io.leat.executor.shard.Shards} runs the work of all shards, on threads of its own when there is enough of it.
 * Nothing depends on which thread was faster. Next: {@code io.leat.executor.circuit} puts exchanges between operators.
 */
package io.leat.executor.shard;
