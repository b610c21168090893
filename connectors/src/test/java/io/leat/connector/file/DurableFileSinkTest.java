package io.leat.connector.file;

import io.leat.connector.contract.ExactlyOnceContract;
import io.leat.connector.contract.SinkContract;
import io.leat.core.connector.Connector;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Files of a sink whose progress is kept, in a directory, as a source shows them. */
class DurableFileSinkTest extends SinkContract implements ExactlyOnceContract {
    @TempDir
    Path directory;

    @Override
    protected Connector connector() {
        return new FileConnector();
    }

    @Override
    protected TableDefinition table() {
        return FileFixture.table("out", "json");
    }

    @Override
    protected SinkContext context() {
        return new SinkContext(new ManualClock(0), Limits.DEFAULT, directory, line -> {}).withIdentity("database/job");
    }

    @Override
    protected List<Object> row(int number) {
        return List.of(number, "n" + number);
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
