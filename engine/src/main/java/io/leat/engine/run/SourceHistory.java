package io.leat.engine.run;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Position;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.executor.source.ErrorPolicy;
import io.leat.executor.source.ReaderState;
import io.leat.executor.source.TableReader;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads again what a table's source holds, with readers of its own. */
final class SourceHistory {
    private final TableDefinition definition;
    private final SourceOpener opener;
    private final int tickRows;

    /** @param tickRows how many rows a feed gives at once, at most */
    SourceHistory(TableDefinition definition, SourceOpener opener, int tickRows) {
        this.definition = definition;
        this.opener = opener;
        this.tickRows = tickRows;
    }

    /** A feed of what came before a position, or of what comes at all. */
    Feed until(Optional<Position> end, boolean endsForGood) {
        SourceRange range = end.map(SourceHistory::before).orElse(SourceRange.ALL);
        return feed(opener.open(definition, range, ErrorPolicy.SKIP), endsForGood, end);
    }

    private static SourceRange before(Position end) {
        return new SourceRange(Optional.empty(), Optional.of(end));
    }

    /** A feed of everything that the source holds now. */
    Feed everything(ErrorPolicy policy) {
        TableReader probe = opener.open(definition, SourceRange.ALL, policy);
        Position end = endOf(probe);
        if (opener.boundedness(definition) == Boundedness.BOUNDED) {
            return feed(probe, true, Optional.of(end));
        }
        probe.close();
        return feed(opener.open(definition, before(end), policy), true, Optional.of(end));
    }

    private static Position endOf(TableReader opened) {
        try {
            return opened.end();
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private Feed feed(TableReader from, boolean endsForGood, Optional<Position> until) {
        return new ReaderFeed(
                from, LiveTable.keyedRows(definition, tickRows), tickRows, endsForGood, until, opener::now);
    }

    /** As {@link SourceTable#historySince}, up to a position. */
    Supplier<ReaderFeed> since(ReaderState from, Position end) {
        from.goOn();
        return () -> new ReaderFeed(
                opener.open(definition, before(end), ErrorPolicy.SKIP, from),
                Optional.empty(),
                tickRows,
                false,
                Optional.of(end),
                opener::now);
    }
}
