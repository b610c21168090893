package io.leat.engine.fake;

import io.leat.core.batch.JavaValues;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Delivers a {@link Script}, record by record in its order, within the range that was asked for. */
final class ScriptedSource implements Source {
    private final List<ColumnDefinition> columns;
    private final Script script;
    private final SourceRange range;
    private final SortedMap<String, Long> offsets = new TreeMap<>();
    private int next;
    private boolean closed;

    ScriptedSource(TableDefinition table, Script script, SourceRange range) {
        this.columns = table.storedColumns();
        this.script = script;
        this.range = range;
        range.from().ifPresent(from -> offsets.putAll(from.offsets()));
        script.opened();
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        script.polled();
        boolean endedBefore = script.isEnded();
        int room = Math.min(maxRows, script.rowsPerPoll());
        Script.Entry entry = script.entry(next);
        while (entry != null && room > 0) {
            if (isInRange(entry)) {
                deliver(entry, rows);
                room--;
            }
            next++;
            entry = script.entry(next);
        }
        if (isAtEnd()) {
            return PollStatus.FINISHED;
        }
        if (entry != null) {
            return PollStatus.MORE;
        }
        return endedBefore ? PollStatus.FINISHED : PollStatus.IDLE;
    }

    private boolean isInRange(Script.Entry entry) {
        boolean before = range.from()
                .map(from -> entry.offset() < from.offset(entry.partition()))
                .orElse(false);
        boolean behind = range.until()
                .map(until -> entry.offset() >= until.offset(entry.partition()))
                .orElse(false);
        return !before && !behind;
    }

    private boolean isAtEnd() {
        return range.until().map(until -> position().hasReached(until)).orElse(false);
    }

    private void deliver(Script.Entry entry, RowCollector rows) {
        if (entry.failure() != null) {
            throw entry.failure();
        }
        offsets.put(entry.partition(), entry.offset() + 1);
        if (entry.badReason() != null) {
            byte[] raw = "?".getBytes(StandardCharsets.UTF_8);
            rows.badRecord(new BadRecord(entry.partition(), entry.offset(), raw, entry.badReason()));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            JavaValues.append(
                    rows.column(i), columns.get(i).type(), entry.values().get(i));
        }
        rows.offset(entry.offset());
        rows.endRow(script.partitions().indexOf(entry.partition()), 1);
    }

    @Override
    public Position position() {
        return Position.of(offsets);
    }

    @Override
    public Position end() {
        return range.until().orElseGet(script::ends);
    }

    @Override
    public List<String> partitions() {
        return script.partitions();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            script.closed();
        }
    }
}
