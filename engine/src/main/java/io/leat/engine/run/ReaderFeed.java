package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.connector.Position;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Stretch;
import io.leat.executor.source.Decoding;
import io.leat.executor.source.Intake;
import io.leat.executor.source.Reading;
import io.leat.executor.source.TableReader;
import io.leat.executor.state.KeyedRows;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The history of a table that is not kept: its source, read again from the start. */
final class ReaderFeed implements Feed {
    private final TableReader reader;
    private final Optional<KeyedRows> keyed;
    private final int tickRows;
    private final boolean endsForGood;
    private final LongSupplier time;
    private final Position begin;
    private final Optional<Position> end;
    private long rows;
    private Reading reading;

    /**
     * @param keyed for a table with a primary key, where its rows replace each other
     * @param endsForGood whether the end of what is read counts as the end of the table, so that all windows close
     * @param until where it ends, if that is known
     * @param time the time of each tick, in milliseconds since 1970
     */
    ReaderFeed(
            TableReader reader,
            Optional<KeyedRows> keyed,
            int tickRows,
            boolean endsForGood,
            Optional<Position> until,
            LongSupplier time) {
        this.reader = reader;
        this.keyed = keyed;
        this.tickRows = tickRows;
        this.endsForGood = endsForGood;
        this.time = time;
        this.begin = reader.position();
        this.end = until;
    }

    @Override
    public void project(Set<Integer> columns) {
        if (keyed.isEmpty()) {
            reader.project(columns);
        }
    }

    @Override
    public boolean isOfSource() {
        return keyed.isEmpty();
    }

    @Override
    public void read(Decoding decoding) {
        reading = reader.read(tickRows, time.getAsLong());
        decoding.add(reading);
    }

    @Override
    public ZSet next() {
        Intake intake = reading.finish();
        rows += intake.rows().rows();
        return keyed.map(rows -> rows.upsert(intake.rows())).orElse(intake.rows());
    }

    @Override
    public boolean isExhausted() {
        return reader.isFinished();
    }

    @Override
    public long watermark() {
        return endsForGood ? reader.watermark() : reader.eventTime();
    }

    @Override
    public ReadingProgress progress() {
        return end.map(until -> progress(begin, rows)).orElse(ReadingProgress.of(rows));
    }

    /** How far it has come, if reading began somewhere and has brought so many rows since. */
    ReadingProgress progress(Position from, long read) {
        return new Stretch(from, end.orElseThrow()).at(read, reader.position());
    }

    /** Where reading began. */
    Position begin() {
        return begin;
    }

    @Override
    public void close() {
        reader.close();
    }
}
