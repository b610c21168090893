package io.leat.executor.aggregate;

import java.util.List;

/** Some of a chunk's rows, chosen once a chunk for all aggregates that count the same ones. */
abstract class RowChoice {
    private GroupedRows chosen;

    /** The rows that count; valid until {@link #begin}. */
    final GroupedRows of(GroupedRows all) {
        if (chosen == null) {
            chosen = choose(all);
        }
        return chosen;
    }

    /** Forgets the rows of the chunk before. */
    void begin() {
        chosen = null;
    }

    abstract GroupedRows choose(GroupedRows all);

    /** The rows that a FILTER lets pass. */
    static final class Filtered extends RowChoice {
        private final int filterColumn;
        private final GroupedRows scratch = new GroupedRows();

        Filtered(int filterColumn) {
            this.filterColumn = filterColumn;
        }

        @Override
        GroupedRows choose(GroupedRows all) {
            return RowChoices.filtered(all, filterColumn, scratch);
        }
    }

    /** The rows of another choice without NULL in some columns. */
    static final class WithoutNulls extends RowChoice {
        private final RowChoice base;
        private final List<Integer> columns;
        private final GroupedRows scratch = new GroupedRows();

        WithoutNulls(RowChoice base, List<Integer> columns) {
            this.base = base;
            this.columns = columns;
        }

        @Override
        void begin() {
            super.begin();
            base.begin();
        }

        @Override
        GroupedRows choose(GroupedRows all) {
            return RowChoices.withoutNulls(base.of(all), columns, scratch);
        }
    }
}
