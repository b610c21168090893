package io.leat.planner.validate;

import io.leat.core.error.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.ListScope;
import org.apache.calcite.sql.validate.SqlMoniker;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;

/** The columns that may be named at a place of a query: those of the FROM of the innermost SELECT around it. */
final class ScopeColumns {
    private final SqlValidator validator;
    private final SqlNode query;
    private final Span place;

    ScopeColumns(SqlValidator validator, SqlNode query, Span place) {
        this.validator = validator;
        this.query = query;
        this.place = place;
    }

    /** Names of the columns in scope; empty if that cannot be told. */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        tables().values().forEach(names::addAll);
        return names.stream().distinct().toList();
    }

    /** The aliases of the relations in scope; asks for no row types, so it is safe when a relation is unknown. */
    List<String> aliases() {
        SqlSelect select = place == null ? null : innermost();
        List<SqlMoniker> aliases = new ArrayList<>();
        if (select != null && scope(select) instanceof ListScope list) {
            list.findAliases(aliases);
        }
        return aliases.stream().map(ScopeColumns::last).toList();
    }

    /** The relations in scope by alias, each with its columns. */
    Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        SqlSelect select = place == null ? null : innermost();
        SqlValidatorScope scope = select == null ? null : scope(select);
        if (scope instanceof ListScope list) {
            List<SqlMoniker> aliases = new ArrayList<>();
            list.findAliases(aliases);
            for (int i = 0; i < list.getChildren().size(); i++) {
                List<String> names = list.getChildren().get(i).getRowType().getFieldNames();
                tables.put(last(aliases.get(i)), names);
            }
        } else if (scope != null) {
            List<SqlMoniker> monikers = new ArrayList<>();
            scope.findAllColumnNames(monikers);
            tables.put("", monikers.stream().map(ScopeColumns::last).toList());
        }
        return tables;
    }

    private static String last(SqlMoniker moniker) {
        List<String> names = moniker.getFullyQualifiedNames();
        return names.get(names.size() - 1);
    }

    private SqlValidatorScope scope(SqlSelect select) {
        try {
            return validator.getFromScope(select) instanceof ListScope from
                            && !from.getChildren().isEmpty()
                    ? from
                    : validator.getWhereScope(select);
        } catch (RuntimeException e) {
            return null; // the query was refused before this SELECT was looked at
        }
    }

    private SqlSelect innermost() {
        SqlSelect[] found = {null};
        query.accept(new SqlBasicVisitor<Void>() {
            @Override
            public Void visit(SqlCall call) {
                if (call instanceof SqlSelect select && contains(select.getParserPosition())) {
                    found[0] = select;
                }
                return super.visit(call);
            }
        });
        return found[0];
    }

    /** A SELECT that the planner made itself has no place and holds everything. */
    private boolean contains(SqlParserPos outer) {
        return outer.getLineNum() == 0
                || before(outer.getLineNum(), outer.getColumnNum(), place.line(), place.column())
                        && before(place.endLine(), place.endColumn(), outer.getEndLineNum(), outer.getEndColumnNum());
    }

    private static boolean before(int line, int column, int otherLine, int otherColumn) {
        return line < otherLine || line == otherLine && column <= otherColumn;
    }
}
