package io.leat.executor.kernel;

import io.leat.core.error.LeatException;

/**
 * A row that could not be computed.
 *
 * @param row its number in the chunk
 * @param error why not
 */
public record RowFailure(int row, LeatException error) {}
