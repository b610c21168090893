package io.leat.parser.statement;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * {@code ALTER TABLE table ADVANCE WATERMARK TO TIMESTAMP '...'} or {@code TO END}.
 *
 * @param to the time up to which no more rows will come; empty means the end, no more rows at all
 */
public record AdvanceWatermark(ObjectName table, Optional<LocalDateTime> to) implements Statement {}
