package io.leat.executor.circuit;

import io.leat.executor.shard.Distribution;
import java.util.List;

/**
 * Where the rows of an operator must be.
 *
 * @param inputs how each input must be spread over the shards; what is given already costs nothing
 * @param output how the output is spread then
 */
record Placement(List<Distribution> inputs, Distribution output) {}
