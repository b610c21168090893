package io.leat.engine.statement;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.connector.WatermarkDefinition;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.TableObject;
import io.leat.parser.statement.Describe;
import io.leat.parser.statement.ObjectName;
import io.leat.planner.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DESCRIBE: columns with types, key, watermark and where values come from. */
final class DescribeExecution {

    private DescribeExecution() {}

    static Outcome run(Execution execution, Describe statement) {
        ObjectName name = statement.name();
        Optional<CatalogObject> object = execution.catalog().object(name);
        List<List<Object>> rows = object.isPresent() && object.get() instanceof TableObject table
                ? tableRows(table.definition())
                : relationRows(execution, name);
        return Outcome.values(Outcome.texts("name", "type", "nullable", "key", "extras"), rows, execution.nanos());
    }

    private static List<List<Object>> relationRows(Execution execution, ObjectName name) {
        Relation relation = execution
                .catalog()
                .find(name.toString(), name.quoted())
                .orElseThrow(() -> execution.catalog().unknown(name));
        Schema schema = StatementExecutor.schema(execution.catalog(), relation);
        return schema.fields().stream().map(field -> row(field, "", "")).toList();
    }

    private static List<List<Object>> tableRows(TableDefinition table) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String key = table.primaryKey().contains(i) ? "PRIMARY KEY" : "";
            rows.add(row(table.columns().get(i).field(), key, extras(table, i)));
        }
        return rows;
    }

    private static List<Object> row(Field field, String key, String extras) {
        String type = field.type().withNullable(true).toString();
        return List.of(field.name(), type, field.type().nullable() ? "yes" : "no", key, extras);
    }

    private static String extras(TableDefinition table, int index) {
        List<String> extras = new ArrayList<>();
        ColumnDefinition column = table.columns().get(index);
        column.metadataKey()
                .ifPresent(key -> extras.add("METADATA FROM '" + key + "'" + (column.virtual() ? " VIRTUAL" : "")));
        column.expressionText().ifPresent(text -> extras.add("AS " + text));
        table.watermark()
                .filter(watermark -> watermark.column() == index)
                .map(WatermarkDefinition::expressionText)
                .ifPresent(text -> extras.add("WATERMARK AS " + text));
        return String.join(", ", extras);
    }
}
