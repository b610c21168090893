package io.leat.connector.file;

import io.leat.connector.contract.ExactlyOnceContract;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.TableDefinition;
import java.nio.file.Files;
import java.util.List;

/** Files of a sink whose progress is kept, in a directory, as a source shows them. */
class DurableFileSinkTest extends FileSinkContract implements ExactlyOnceContract {
    @Override
    protected TableDefinition table() {
        return FileFixture.table("out", "json");
    }

    @Override
    protected SinkContext context() {
        return super.context().withIdentity("database/job");
    }

    @Override
    protected String shown(List<Object> row) {
        return row.toString();
    }

    @Override
    protected boolean knowsItsLastTick() {
        return true;
    }

    @Override
    public void crash(Sink sink) {
        sink.abort();
    }

    @Override
    protected List<String> visible() {
        boolean none = !Files.exists(directory.resolve(table().option("path").orElseThrow()));
        return none
                ? List.of()
                : new FileFixture(directory)
                        .rows(table()).stream().map(List::toString).toList();
    }
}
