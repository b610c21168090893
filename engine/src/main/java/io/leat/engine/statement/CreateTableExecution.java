package io.leat.engine.statement;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.plan.ChangeMode;
import io.leat.engine.catalog.TableObject;
import io.leat.engine.database.Database;
import io.leat.engine.run.ConnectorRegistry;
import io.leat.engine.run.TableOptions;
import io.leat.parser.statement.CreateTable;
import io.leat.planner.catalog.TableRelation;
import java.util.Set;

/** CREATE TABLE. */
final class CreateTableExecution {

    private CreateTableExecution() {}

    static Outcome run(Execution execution, CreateTable statement) {
        return execution.database().definitions().defining(() -> create(execution, statement));
    }

    private static Outcome create(Execution execution, CreateTable statement) {
        Database database = execution.database();
        if (NewName.isTaken(execution, statement.name(), statement.ifNotExists(), statement.orReplace())) {
            return Outcome.done("table \"" + statement.name().name() + "\" is there already", execution.nanos());
        }
        TableDefinition definition = execution.planner().defineTable(statement);
        requirePartitionable(statement, definition);
        check(database, definition);
        long plannedAt = execution.nanos();
        NewName.replaced(execution, statement.name(), Set.of(TableObject.class))
                .ifPresent(old -> DropExecution.drop(database, old));
        TableRelation relation = new TableRelation(definition, changes(definition), lateRowsLeave(definition));
        database.definitions()
                .define(
                        new TableObject(relation, statement, execution.parsed().text(), statement.temporary()),
                        graph -> graph.addTable(definition, statement.temporary()),
                        graph -> graph.dropTable(definition.name()));
        return Outcome.done("created table \"" + definition.name() + "\"", plannedAt);
    }

    private static void requirePartitionable(CreateTable statement, TableDefinition definition) {
        String connector = definition.connector().orElse("");
        if (!statement.partitionedBy().isEmpty() && !connector.equals("filesystem")) {
            String where = connector.isEmpty() ? "without a connector" : "of the connector '" + connector + "'";
            throw LeatException.unsupported(
                            "PARTITIONED BY in a table " + where,
                            "Only tables of the connector 'filesystem' lie in directories; leave the clause out.")
                    .at(statement.partitionedBy().get(0).span());
        }
    }

    private static void check(Database database, TableDefinition definition) {
        if (definition.connector().isPresent()) {
            Connector connector = database.connectors().require(definition);
            new OptionReader(definition, ConnectorRegistry.options(connector)).validate();
            checkOptions(TableOptions.of(definition));
            connector.validate(definition);
            return;
        }
        if (!definition.options().isEmpty()) {
            new OptionReader(definition, TableOptions.ALL).validate();
            checkOptions(TableOptions.of(definition));
        }
        definition.columns().stream()
                .filter(column -> column.kind() == ColumnDefinition.Kind.METADATA)
                .findFirst()
                .ifPresent(column -> {
                    throw LeatException.unsupported(
                            "METADATA column \"" + column.name() + "\" in a table without a connector",
                            "Metadata comes from a connector: add WITH ('connector'='...').");
                });
    }

    private static void checkOptions(TableOptions options) {
        options.errorPolicy();
        options.lateRowsLeave();
        options.divertMaxRows();
    }

    /** Rows of a keyed table replace each other, so none of them is late. */
    private static boolean lateRowsLeave(TableDefinition definition) {
        return !definition.isKeyed() && TableOptions.of(definition).lateRowsLeave();
    }

    /** Rows of a table with event time and without a key are events: they are never taken back. */
    private static ChangeMode changes(TableDefinition definition) {
        boolean ordinary =
                definition.connector().isEmpty() && definition.watermark().isEmpty();
        return definition.isKeyed() || ordinary ? ChangeMode.UPDATING : ChangeMode.APPEND_ONLY;
    }
}
