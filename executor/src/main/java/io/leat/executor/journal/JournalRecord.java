package io.leat.executor.journal;

/**
 * An entry of the journal.
 *
 * @param sequence its number: 1 for the first, each the next
 * @param kind what it says, above 0; the journal itself does not care
 * @param payload its content
 */
public record JournalRecord(long sequence, int kind, byte[] payload) {}
