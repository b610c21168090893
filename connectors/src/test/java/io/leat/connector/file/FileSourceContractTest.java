package io.leat.connector.file;

import static io.leat.connector.file.FileFixture.gzip;

import io.leat.connector.contract.SourceContract;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.TableDefinition;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract over a directory with plain and compressed files, bad records, quotes and comments. */
class FileSourceContractTest {

    /** A directory, read once. */
    @Nested
    class Finite extends Contract {
        @Override
        protected TableDefinition table() {
            return FileFixture.table("d", "csv", "csv.allow-comments", "true");
        }
    }

    /** The same directory, followed. */
    @Nested
    class Following extends Contract {
        @Override
        protected TableDefinition table() {
            return FileFixture.table("d", "csv", "csv.allow-comments", "true", "source.monitor-interval", "10 ms");
        }
    }

    /** JSON lines in one file. */
    @Nested
    class Lines extends Contract {
        @Override
        protected TableDefinition table() {
            return FileFixture.table("lines.json", "json");
        }
    }

    /** What they have in common. */
    abstract static class Contract extends SourceContract {
        @TempDir
        Path directory;

        private FileFixture files;

        @BeforeEach
        void prepare() {
            files = new FileFixture(directory);
            files.write("d/a.csv", "1,a\n# no, row\n2,\"b\nb\"\nbad,record\n\n3,c\n");
            files.write("d/b.csv.gz", gzip("4,d\n5,\"e\n\n\"\nbad,record,too\n6,f\n"));
            files.write("d/c.csv", "");
            files.write("d/d.csv", "7,g\n8,\"\"\n9,\nbad\n");
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                lines.append(i % 7 == 5 ? "nonsense\n" : "{\"id\":" + i + "}\n");
            }
            files.write("lines.json", lines.toString().trim());
        }

        @Override
        protected Connector connector() {
            return new FileConnector(8);
        }

        @Override
        protected SourceContext context() {
            return files.context();
        }

        @Override
        protected void letTimePass() {
            files.clock.advance(Duration.ofMillis(10));
        }
    }
}
