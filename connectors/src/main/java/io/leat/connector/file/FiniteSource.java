package io.leat.connector.file;

import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads files one after the other: all there are, to their ends, or those of a position, exactly that far. */
final class FiniteSource implements Source {
    static final List<String> PARTITIONS = List.of("files");

    /** A file and the part of it to read. */
    private record Piece(DataFile file, String partition, long until) {}

    private final FileOpener opener;
    private final SourceRange range;
    private final List<Piece> pieces;
    private final Map<String, Long> offsets;
    private int index;
    private OpenContent current;
    private StoredLayout layout;

    FiniteSource(FileSelection selection, FileOpener opener, SourceRange range) {
        this.opener = opener;
        this.range = range;
        this.layout = opener.table().layout();
        this.offsets = new TreeMap<>(range.from().orElse(Position.START).offsets());
        Position known = range.until().or(range::from).orElse(Position.START);
        List<Piece> files = new ArrayList<>();
        for (DataFile file : selection.require()) {
            String partition = Generation.latest(file.name(), known).partition();
            long until = range.until().map(end -> end.offset(partition)).orElse(Long.MAX_VALUE);
            files.add(new Piece(file, partition, until));
        }
        range.until().ifPresent(end -> requireAll(end, files));
        this.pieces =
                files.stream().filter(piece -> offset(piece) < piece.until()).toList();
    }

    private void requireAll(Position until, List<Piece> files) {
        List<String> there = files.stream().map(Piece::partition).toList();
        for (Map.Entry<String, Long> entry : until.offsets().entrySet()) {
            boolean wanted = entry.getValue() > offsets.getOrDefault(entry.getKey(), 0L);
            if (wanted && !there.contains(entry.getKey())) {
                throw LeatException.of(
                                ErrorCode.FILE_NOT_FOUND, "file \"" + entry.getKey() + "\" was read before and is gone")
                        .hint("What it held cannot be read again.");
            }
        }
    }

    private long offset(Piece piece) {
        return offsets.getOrDefault(piece.partition(), 0L);
    }

    @Override
    public void project(List<Integer> storedColumns) {
        layout = layout.reading(storedColumns);
        if (current != null) {
            current.project(layout);
        }
    }

    @Override
    public PollStatus poll(RowCollector rows, int maxRows) {
        ReadBudget budget = new ReadBudget(maxRows);
        while (index < pieces.size() && budget.isLeft()) {
            read(pieces.get(index), rows, budget);
        }
        return index < pieces.size() ? PollStatus.MORE : PollStatus.FINISHED;
    }

    private void read(Piece piece, RowCollector rows, ReadBudget budget) {
        if (current == null) {
            current = opener.open(piece.file(), piece.partition(), offset(piece), piece.until(), layout);
        }
        try {
            boolean atEnd = current.read(rows, budget, true);
            if (current.offset() > 0) {
                offsets.put(piece.partition(), current.offset());
            }
            boolean done = current.offset() >= piece.until();
            if (atEnd && !done && range.until().isPresent()) {
                throw shorter(piece);
            }
            if (atEnd || done) {
                closeCurrent();
                index++;
            }
        } catch (IOException e) {
            throw FileOpener.failure(piece.file(), e);
        }
    }

    private static LeatException shorter(Piece piece) {
        return LeatException.of(
                        ErrorCode.INPUT_OUTPUT,
                        "file \"" + piece.partition() + "\" is shorter than the " + piece.until()
                                + " bytes read of it before")
                .hint("It was truncated or replaced, so what it held cannot be read again.");
    }

    @Override
    public Position position() {
        return Position.of(offsets);
    }

    @Override
    public Position end() {
        return range.until().orElseGet(() -> {
            Map<String, Long> end = new TreeMap<>(offsets);
            pieces.forEach(piece -> end.put(piece.partition(), opener.end(piece.file(), offset(piece), true)));
            return Position.of(end);
        });
    }

    @Override
    public List<String> partitions() {
        return PARTITIONS;
    }

    @Override
    public void close() {
        closeCurrent();
        index = pieces.size();
    }

    private void closeCurrent() {
        if (current != null) {
            Closing.quietly(current);
            current = null;
        }
    }
}
