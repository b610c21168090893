package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.TableDefinition;
import io.leat.core.plan.Scan;
import io.leat.core.type.Schema;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.KeyedRows;
import java.util.Map;
import java.util.Optional;

/** A table as the run loop sees it. */
public abstract sealed class LiveTable permits OrdinaryTable, SourceTable, DivertedTable {
    private final TableDefinition definition;

    LiveTable(TableDefinition definition) {
        this.definition = definition;
    }

    /** What CREATE TABLE declared. */
    public final TableDefinition definition() {
        return definition;
    }

    /** The columns that its rows have in a circuit: all of the table's, and the arrival watermark if they carry one. */
    static Schema circuitSchema(TableDefinition definition) {
        boolean arrival = definition.watermark().isPresent() && !definition.isKeyed();
        return arrival ? definition.schema().concat(Schema.of(Scan.ARRIVAL)) : definition.schema();
    }

    /** Where the latest row of each key is kept, for a table with a primary key. */
    static Optional<KeyedRows> keyedRows(TableDefinition definition, int chunkRows) {
        if (!definition.isKeyed()) {
            return Optional.empty();
        }
        return Optional.of(KeyedRows.kind(definition.schema().types(), definition.primaryKey(), chunkRows)
                .create()
                .get());
    }

    /** Whether it has event time. */
    final boolean isTimed() {
        return definition.watermark().isPresent();
    }

    /** Whether its rows come in as a source delivers them, so that they say where they come from. */
    boolean tellsOrigins() {
        return false;
    }

    /** What it gives to the tables beside it; empty for one that is beside another. */
    Optional<Diversion> diversion() {
        return Optional.empty();
    }

    /** Whether anything of it has come into the circuit yet. */
    abstract boolean hasHistory();

    /** Its history up to now. */
    abstract Feed history(boolean endsForGood);

    /** Whether anything waits to be offered to the circuit. */
    abstract boolean isWaiting(InputNode input);

    /** Offers what waits to the circuit; answers how many rows. */
    abstract long offer(InputNode input);

    /** What it remembers, by name, of which a checkpoint consists. */
    abstract Map<String, Archivable> parts();

    /** Rows that it contains, if they are kept. */
    abstract ZSet content();

    /** Whether nothing more will come. */
    public abstract boolean isEnded();

    /** How far event time has come. */
    public abstract long watermark();

    abstract void close();
}
