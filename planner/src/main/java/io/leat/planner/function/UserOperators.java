package io.leat.planner.function;

import io.leat.planner.catalog.CatalogView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.validate.SqlNameMatcher;

/** The functions that users have made, behind which all others stand; remembers which of them were called. */
public final class UserOperators implements SqlOperatorTable {
    private final CatalogView catalog;
    private final SqlOperatorTable others;
    private final Set<String> called = new LinkedHashSet<>();

    /** The functions of a catalog, and all others. */
    public UserOperators(CatalogView catalog, SqlOperatorTable others) {
        this.catalog = catalog;
        this.others = others;
    }

    /** The functions that were called so far, as the catalog writes them. */
    public List<String> called() {
        return List.copyOf(called);
    }

    @Override
    public void lookupOperatorOverloads(
            SqlIdentifier name,
            SqlFunctionCategory category,
            SqlSyntax syntax,
            List<SqlOperator> found,
            SqlNameMatcher matcher) {
        if (syntax == SqlSyntax.FUNCTION && name.isSimple()) {
            catalog.function(name.getSimple()).ifPresent(function -> {
                called.add(function.name());
                found.add(new UserOperator(function));
            });
        }
        if (found.isEmpty()) {
            others.lookupOperatorOverloads(name, category, syntax, found, matcher);
        }
    }

    @Override
    public List<SqlOperator> getOperatorList() {
        return new ArrayList<>(others.getOperatorList());
    }
}
