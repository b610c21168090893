package io.leat.parser;

import io.leat.core.error.LeatException;
import io.leat.grammar.LeatParser.ModifyContext;
import io.leat.parser.statement.Assignment;
import io.leat.parser.statement.Delete;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.SqlExpression;
import io.leat.parser.statement.Statement;
import io.leat.parser.statement.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDelete;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUpdate;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Reads UPDATE and DELETE. Calcite reads them whole, so that the parameters of all their expressions are numbered
 * together.
 */
final class ModifyReader {
    private final Source source;
    private final Names names;
    private final Islands islands;

    ModifyReader(Source source, Islands islands) {
        this.source = source;
        this.names = new Names(source);
        this.islands = islands;
    }

    Statement read(ModifyContext context) {
        SqlNode node = islands.read(Islands.Kind.STATEMENT, context);
        if (node instanceof SqlUpdate update) {
            return update(update);
        }
        SqlDelete delete = (SqlDelete) node;
        return new Delete(table(delete.getTargetTable(), delete.getAlias()), where(delete.getCondition()));
    }

    private Update update(SqlUpdate update) {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < update.getTargetColumnList().size(); i++) {
            SqlIdentifier column = (SqlIdentifier) update.getTargetColumnList().get(i);
            SqlNode value = update.getSourceExpressionList().get(i);
            assignments.add(new Assignment(names.of(column), expression(value)));
        }
        return new Update(table(update.getTargetTable(), update.getAlias()), assignments, where(update.getCondition()));
    }

    private ObjectName table(SqlNode table, SqlIdentifier alias) {
        if (alias != null) {
            throw LeatException.unsupported("an alias in UPDATE or DELETE", "use the table's own name.")
                    .at(Positions.span(alias.getParserPosition()));
        }
        if (table instanceof SqlIdentifier name) {
            return names.of(name);
        }
        throw LeatException.unsupported("anything but a table in UPDATE or DELETE", "name a table.")
                .at(Positions.span(table.getParserPosition()));
    }

    private Optional<SqlExpression> where(SqlNode condition) {
        return Optional.ofNullable(condition).map(this::expression);
    }

    private SqlExpression expression(SqlNode node) {
        SqlParserPos position = node.getParserPosition();
        int from = source.lines().offset(position.getLineNum(), position.getColumnNum());
        int last = source.lines().offset(position.getEndLineNum(), position.getEndColumnNum());
        return new SqlExpression(node, source.source(from, Math.max(from, last + 1)));
    }
}
