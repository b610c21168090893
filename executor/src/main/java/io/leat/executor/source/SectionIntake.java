package io.leat.executor.source;

/**
 * What came from one section of a partition in one tick.
 *
 * @param section the section's number
 * @param rows how many rows the source delivered, those that could not be computed among them
 * @param bad how many records could not be decoded
 * @param advance how much greater its offset in the source's position is afterwards
 */
public record SectionIntake(int section, long rows, long bad, long advance) {}
