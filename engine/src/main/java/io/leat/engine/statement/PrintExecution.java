package io.leat.engine.statement;

import io.leat.core.error.LeatException;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Sort;
import io.leat.core.type.Schema;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.catalog.CatalogObject;
import io.leat.engine.catalog.TableObject;
import io.leat.parser.statement.Print;
import java.util.List;
import java.util.stream.IntStream;

/** PRINT: the first records of a table, decoded, with everything that the table declares of them. */
final class PrintExecution {

    private PrintExecution() {}

    static Outcome run(Execution execution, Print print) {
        Catalog catalog = execution.catalog();
        CatalogObject object = catalog.require(print.table());
        if (!(object instanceof TableObject table)) {
            throw LeatException.unsupported(
                    "PRINT of a " + object.kind(),
                    "Use SELECT * FROM " + object.name() + " LIMIT " + print.limit() + ".");
        }
        Schema schema = table.definition().schema();
        List<Integer> columns = IntStream.range(0, schema.size()).boxed().toList();
        boolean stream = table.definition().connector().isPresent()
                && !table.definition().isKeyed();
        ChangeMode changes = stream ? ChangeMode.APPEND_ONLY : ChangeMode.UPDATING;
        Scan scan = new Scan(table.name(), columns, false, changes, schema);
        Sort first = new Sort(scan, List.of(), 0, print.limit());
        long plannedAt = execution.nanos();
        return Outcome.rows(
                schema, SelectExecution.compute(execution, first, List.of(table.name()), catalog), plannedAt);
    }
}
