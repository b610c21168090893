package io.leat.connector.file;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.MetadataColumn;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.core.type.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * What is known of a file beside its content, when it was opened.
 *
 * @param path its path as it was opened
 * @param name the last part of it
 * @param size its size in bytes
 * @param modifiedMillis when it was written last
 */
record FileMetadata(String path, String name, long size, long modifiedMillis) {
    static final List<MetadataColumn> COLUMNS = List.of(
            new MetadataColumn("file.path", DataType.STRING.withNullable(false), "The path of the row's file."),
            new MetadataColumn("file.name", DataType.STRING.withNullable(false), "The name of the row's file."),
            new MetadataColumn(
                    "file.size", DataType.BIGINT.withNullable(false), "The size of the row's file in bytes."),
            new MetadataColumn(
                    "file.modification-time",
                    DataType.TIMESTAMP_LTZ.withNullable(false),
                    "When the row's file was last written."));

    static FileMetadata of(DataFile file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
        return new FileMetadata(
                file.path().toString(),
                file.path().getFileName().toString(),
                attributes.size(),
                attributes.lastModifiedTime().toMillis());
    }

    /** Checks that a METADATA column is one of these and has a type that can hold it. */
    static void check(ColumnDefinition column) {
        if (column.isPartition()) {
            PartitionColumns.check(column);
            return;
        }
        String key = column.metadataKey().orElse(column.name());
        List<String> keys = COLUMNS.stream().map(MetadataColumn::key).toList();
        MetadataColumn known = COLUMNS.stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow(() -> LeatException.of(
                                ErrorCode.INVALID_DEFINITION, "connector 'filesystem' has no metadata '" + key + "'")
                        .hint(Suggestions.didYouMean(key, keys, "Metadata: ")));
        DataType type = column.type();
        boolean fits = known.type().kind().isText() && type.kind().isText()
                || known.type().kind().isTimestamp() && type.kind().isTimestamp()
                || known.type().kind() == type.kind();
        if (!fits) {
            throw LeatException.of(
                    ErrorCode.INVALID_DEFINITION,
                    "metadata '" + key + "' is " + known.type().withNullable(true) + ", but column \"" + column.name()
                            + "\" is " + type);
        }
    }

    void append(ColumnBuilder builder, ColumnDefinition column) {
        if (column.isPartition()) {
            PartitionColumns.append(path, column, builder);
            return;
        }
        switch (column.metadataKey().orElse(column.name())) {
            case "file.path" -> builder.appendText(path);
            case "file.name" -> builder.appendText(name);
            case "file.size" -> builder.appendLong(size);
            default -> builder.appendLong(modifiedMillis);
        }
    }
}
