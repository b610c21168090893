package io.leat.core.connector;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param kind where its values come from
 * @param metadataKey for METADATA, the key that the connector knows it by
 * @param virtual for METADATA, whether it is read only, so that writers leave it out
 * @param expression for COMPUTED, its value over the stored columns (PHYSICAL and METADATA, in declared order)
 * @param expressionText for COMPUTED, the same as SQL
 */
public record ColumnDefinition(
        String name,
        DataType type,
        Kind kind,
        Optional<String> metadataKey,
        boolean virtual,
        Optional<Expression> expression,
        Optional<String> expressionText) {

    /** How the metadata key of a column that is in PARTITIONED BY begins; its name follows. */
    public static final String PARTITION = "partition:";

    /** Where a column's values come from. */
    public enum Kind {
        /** A field of the record. */
        PHYSICAL,
        /** Something that the connector knows about the record. */
        METADATA,
        /** An expression over the others. */
        COMPUTED
    }

    /** A field of the record. */
    public static ColumnDefinition physical(String name, DataType type) {
        return new ColumnDefinition(
                name, type, Kind.PHYSICAL, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** Something that the connector knows about the record. */
    public static ColumnDefinition metadata(String name, DataType type, String key, boolean virtual) {
        return new ColumnDefinition(
                name, type, Kind.METADATA, Optional.of(key), virtual, Optional.empty(), Optional.empty());
    }

    /** An expression over the stored columns. */
    public static ColumnDefinition computed(String name, Expression expression, String text) {
        return new ColumnDefinition(
                name,
                expression.type(),
                Kind.COMPUTED,
                Optional.empty(),
                true,
                Optional.of(expression),
                Optional.of(text));
    }

    /** The time of the tick that a row comes in: {@code name AS PROCTIME()}. */
    public static ColumnDefinition processingTime(String name, String text) {
        DataType type = DataType.TIMESTAMP_LTZ.withNullable(false);
        return computed(name, new Call(Operation.PROCESSING_TIME, List.of(), type), text);
    }

    /** Whether it is in PARTITIONED BY: its value is in the place of a record and not in the record. */
    public boolean isPartition() {
        return metadataKey.filter(key -> key.startsWith(PARTITION)).isPresent();
    }

    /** Whether its value is the time of the tick. */
    public boolean isProcessingTime() {
        return expression.filter(Call.class::isInstance).map(Call.class::cast).stream()
                .anyMatch(call -> call.operation() == Operation.PROCESSING_TIME);
    }

    /** Whether a source delivers it (as opposed to computing it). */
    public boolean isStored() {
        return kind != Kind.COMPUTED;
    }

    /** Its name and type. */
    public Field field() {
        return new Field(name, type);
    }
}
