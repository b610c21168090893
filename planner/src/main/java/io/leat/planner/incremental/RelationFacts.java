package io.leat.planner.incremental;

import io.leat.core.plan.Closing;
import io.leat.core.plan.Scan;
import io.leat.planner.catalog.CatalogView;
import io.leat.planner.catalog.Relation;
import io.leat.planner.catalog.TableRelation;
import io.leat.planner.catalog.ViewRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What the catalog says of the relations that a plan scans, in terms of the scan's columns. */
public final class RelationFacts {
    private final CatalogView catalog;

    /** Facts from a catalog. */
    public RelationFacts(CatalogView catalog) {
        this.catalog = catalog;
    }

    /** The scan's column that holds event time, if it reads one and late rows leave. */
    OptionalInt eventTime(Scan scan) {
        return table(scan)
                .filter(TableRelation::lateRowsLeave)
                .flatMap(table -> table.definition().watermark())
                .map(watermark -> scan.columns().indexOf(watermark.column()))
                .filter(column -> column >= 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Whether time passes in the relation: it has a watermark, or is a view over something that has. */
    boolean hasTime(Scan scan) {
        boolean table = table(scan).flatMap(t -> t.definition().watermark()).isPresent();
        return table || view(scan).map(v -> !v.closings().isEmpty()).orElse(false);
    }

    /** Why windows over the relation would never close, for people; empty if they do. */
    public Optional<String> neverCloses(String relation) {
        Optional<TableRelation> table = catalog.find(relation, true)
                .filter(TableRelation.class::isInstance)
                .map(TableRelation.class::cast);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        if (table.get().definition().watermark().isEmpty()) {
            return Optional.of(relation + " has no watermark");
        }
        if (table.get().definition().isKeyed() && !table.get().lateRowsLeave()) {
            return Optional.of("rows of " + relation + " replace each other at any time, so none of them is late");
        }
        return table.get().lateRowsLeave()
                ? Optional.empty()
                : Optional.of("late rows of " + relation + " still count ('late.policy' = 'update')");
    }

    /** The closing columns of a scanned view. */
    Map<Integer, Long> closings(Scan scan) {
        Map<Integer, Long> closings = new TreeMap<>();
        for (Closing closing : view(scan).map(ViewRelation::closings).orElse(List.of())) {
            int column = scan.columns().indexOf(closing.column());
            if (column >= 0) {
                closings.put(column, closing.slackMillis());
            }
        }
        return closings;
    }

    /** The scan's columns that identify a row, if it reads them all. */
    Optional<List<Integer>> uniqueKey(Scan scan) {
        Optional<List<Integer>> declared = table(scan)
                .map(table -> table.definition().primaryKey())
                .filter(key -> !key.isEmpty())
                .or(() -> view(scan).flatMap(ViewRelation::uniqueKey));
        if (declared.isEmpty() || !scan.columns().containsAll(declared.get())) {
            return Optional.empty();
        }
        List<Integer> key = new ArrayList<>();
        declared.get().forEach(column -> key.add(scan.columns().indexOf(column)));
        return Optional.of(key);
    }

    private Optional<TableRelation> table(Scan scan) {
        return relation(scan).filter(TableRelation.class::isInstance).map(TableRelation.class::cast);
    }

    private Optional<ViewRelation> view(Scan scan) {
        return relation(scan).filter(ViewRelation.class::isInstance).map(ViewRelation.class::cast);
    }

    private Optional<Relation> relation(Scan scan) {
        return catalog.find(scan.relation(), true);
    }
}
