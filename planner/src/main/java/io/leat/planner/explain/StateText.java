package io.leat.planner.explain;

import io.leat.core.expression.Durations;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.Join;
import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Window;
import io.leat.core.type.Schema;
import io.leat.planner.incremental.RelationFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What operators remember, until when, and if for ever, why. */
final class StateText {
    private static final long MILLIS_PER_SECOND = 1_000;

    private final RelationFacts facts;

    StateText(RelationFacts facts) {
        this.facts = facts;
    }

    String passes(Schema schema, Closing closing) {
        return "the watermark passes " + schema.name(closing.column()) + later(-closing.slackMillis());
    }

    /** How long after the column's time, give or take the millisecond between reaching and passing. */
    private static String later(long millis) {
        long shown = millis;
        if ((millis + 1) % MILLIS_PER_SECOND == 0) {
            shown = millis + 1;
        } else if ((millis - 1) % MILLIS_PER_SECOND == 0) {
            shown = millis - 1;
        }
        return shown == 0 ? "" : (shown > 0 ? " + " : " - ") + Durations.of(Math.abs(shown));
    }

    String aggregate(Aggregate aggregate) {
        if (aggregate.keys().isEmpty()) {
            return "one group";
        }
        return "groups, " + until(aggregate.closing(), aggregate.schema(), () -> whyOpen(aggregate));
    }

    String distinct(Distinct distinct) {
        return "a count for each row, " + until(distinct.closing(), distinct.schema(), () -> whyOpen(distinct));
    }

    String rank(Rank rank) {
        boolean first = rank.inputChanges() == ChangeMode.APPEND_ONLY && rank.last() < Long.MAX_VALUE;
        String rows = first || rank.leadersOnlyImprove() ? "the first rows of each partition, " : "all rows, ";
        if (first && rank.partition().isEmpty()) {
            return "the first rows";
        }
        return rows + until(rank.closing(), rank.schema(), () -> whyOpen(rank));
    }

    String over(Over over) {
        return "all rows, " + until(over.closing(), over.schema(), () -> whyOpen(over));
    }

    String session(Session session) {
        return "rows by session, " + until(session.closing(), session.schema(), () -> whyOpen(session));
    }

    String join(Join join) {
        return "left rows, " + until(join.leftClosing(), join.left().schema(), () -> whyJoined(join)) + "; right rows, "
                + until(join.rightClosing(), join.right().schema(), () -> whyJoined(join));
    }

    private String until(Optional<Closing> closing, Schema schema, java.util.function.Supplier<String> why) {
        return closing.map(found -> "until " + passes(schema, found)).orElseGet(() -> "unbounded: " + why.get());
    }

    private String whyJoined(Join join) {
        List<String> updating = scans(join)
                .filter(scan -> scan.changes() == ChangeMode.UPDATING)
                .map(Scan::relation)
                .distinct()
                .toList();
        if (!updating.isEmpty()) {
            return "a change of " + String.join(", ", updating) + " corrects old results";
        }
        return neverCloses(join).orElse("no event times of both sides are compared");
    }

    private String whyOpen(Plan plan) {
        if (hasWindow(plan) && !closes(plan) && neverCloses(plan).isEmpty()) {
            return "windows never close, their time is not the event time of a table";
        }
        if (!hasWindow(plan)) {
            return "no window's time is among the columns";
        }
        Optional<String> cause = neverCloses(plan);
        if (cause.isPresent()) {
            return "windows never close, " + cause.get();
        }
        return joins(plan)
                ? "a change of the other side of a join corrects old windows"
                : "no window's time is among the columns";
    }

    private Optional<String> neverCloses(Plan plan) {
        return scans(plan)
                .flatMap(scan -> facts.neverCloses(scan.relation()).stream())
                .findFirst();
    }

    private static boolean hasWindow(Plan plan) {
        return plan instanceof Window
                || plan instanceof Session
                || plan.inputs().stream().anyMatch(StateText::hasWindow);
    }

    /** Whether some window knows late rows. */
    private static boolean closes(Plan plan) {
        boolean own = plan instanceof Window window && window.lateness().isPresent()
                || plan instanceof Session session
                        && (session.lateness().isPresent() || session.closing().isPresent());
        return own || plan.inputs().stream().anyMatch(StateText::closes);
    }

    private static boolean joins(Plan plan) {
        return plan instanceof Join || plan.inputs().stream().anyMatch(StateText::joins);
    }

    private static Stream<Scan> scans(Plan plan) {
        return plan instanceof Scan scan
                ? Stream.of(scan)
                : plan.inputs().stream().flatMap(StateText::scans);
    }
}
