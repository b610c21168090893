package io.leat.connector.file;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.List;

/** Files of a sink whose progress is kept, in directories that a column names. */
class DurablePartitionedSinkTest extends DurableFileSinkTest {

    @Override
    protected TableDefinition table() {
        List<ColumnDefinition> columns = List.of(
                ColumnDefinition.physical("id", DataType.INTEGER),
                ColumnDefinition.metadata("name", DataType.STRING, ColumnDefinition.PARTITION + "name", false));
        return FileFixture.table(columns, "out", "json");
    }
}
