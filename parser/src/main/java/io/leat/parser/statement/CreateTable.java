package io.leat.parser.statement;

import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE [OR REPLACE] [TEMPORARY] TABLE [IF NOT EXISTS] name (...) [COMMENT '...'] [PARTITIONED BY (...)] [WITH (...)]}.
 *
 * @param primaryKey the columns of the key, whether written at a column or on its own; empty if there is none
 * @param partitionedBy the columns by which its files are laid into directories; empty if they are not
 * @param options without {@code connector} it is an ordinary table
 */
public record CreateTable(
        ObjectName name,
        boolean ifNotExists,
        boolean orReplace,
        boolean temporary,
        List<ColumnDefinition> columns,
        List<ObjectName> primaryKey,
        Optional<WatermarkDefinition> watermark,
        List<ObjectName> partitionedBy,
        Options options,
        Optional<String> comment)
        implements Statement {
    public CreateTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        partitionedBy = List.copyOf(partitionedBy);
    }
}
