package io.leat.connector.format;

import io.leat.core.connector.ConnectorOption;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the bytes of a record mean. Stateless; safe from any thread. */
public interface Format {

    /** The name in {@code 'format'='name'}. */
    String name();

    /**
     * The options that a table may have for this format.
     *
     * @param prefix what comes before the format's name in each key: nothing, {@code key.} or {@code value.}
     */
    List<ConnectorOption> options(String prefix);

    /** Options that make sense only where records lie one behind the other in a file. */
    default List<ConnectorOption> fileOptions(String prefix) {
        return List.of();
    }

    /**
     * Checks options and columns when a table is created.
     *
     * @throws io.leat.core.error.LeatException if the format cannot hold such columns, or an option has no sense
     */
    void validate(List<Field> columns, FormatOptions options);

    /**
     * A new decoder of records into the given columns.
     *
     * @param read places of the columns that are read; the decoder leaves the others alone, and need not look at them
     */
    RecordDecoder decoder(List<Field> columns, Set<Integer> read, FormatOptions options, Limits limits);

    /** A new decoder of records into the given columns, all of which are read. */
    default RecordDecoder decoder(List<Field> columns, FormatOptions options, Limits limits) {
        return decoder(columns, everyOne(columns), options, limits);
    }

    private static Set<Integer> everyOne(List<Field> columns) {
        return IntStream.range(0, columns.size()).boxed().collect(Collectors.toSet());
    }

    /** A new encoder of rows of the given columns. */
    RecordEncoder encoder(List<Field> columns, FormatOptions options);

    /** Where a record ends in a file: a new finder; lines unless the format says otherwise. */
    default RecordBoundary boundary(FormatOptions options) {
        return RecordBoundary.lines();
    }

    /** Whether it is made of records, one behind the other; if not, it is found in whole files only. */
    default boolean hasRecords() {
        return true;
    }

    /** Whether a line without any byte is nothing, instead of a record. */
    default boolean skipsEmptyLines() {
        return false;
    }

    /** Whether the first record of a file is a header, to be given to {@link RecordDecoder#readHeader}. */
    default boolean hasHeader(FormatOptions options) {
        return false;
    }
}
