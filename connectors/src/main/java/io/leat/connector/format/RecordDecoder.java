package io.leat.connector.format;

import io.leat.core.batch.ColumnBuilder;

/** Decodes records, one at a time, into the columns that it was made for. Not safe for several threads. */
public interface RecordDecoder {

    /**
     * Decodes one record, without its line end: appends one value to the builder of each column that is read, or, unless
     * the outcome is ROW, leaves all of them as they were. Never throws for what is in the bytes.
     *
     * @param columns the builders of the columns that the decoder was made for, in that order; those of columns that are
     *     read are all of the same size, the others may be null
     */
    DecodeOutcome decode(byte[] bytes, int offset, int length, ColumnBuilder[] columns);

    /**
     * Takes the first record of a file whose format {@linkplain Format#hasHeader has a header}; what it says holds until
     * the next header.
     *
     * @return SKIPPED if all is well; BAD with the reason if the file cannot be read with it
     */
    default DecodeOutcome readHeader(byte[] bytes, int offset, int length) {
        return DecodeOutcome.SKIPPED;
    }
}
