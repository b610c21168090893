package io.leat.connector.file;

import io.leat.connector.contract.SinkContract;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SinkContext;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The contract of sinks, for rows of two columns that are written to files of a directory. */
abstract class FileSinkContract extends SinkContract {
    @TempDir
    Path directory;

    @Override
    protected Connector connector() {
        return new FileConnector();
    }

    @Override
    protected SinkContext context() {
        return new SinkContext(new ManualClock(0), Limits.DEFAULT, directory, line -> {});
    }

    @Override
    protected List<Object> row(int number) {
        return List.of(number, "n" + number);
    }
}
