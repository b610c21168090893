package io.leat.planner.validate;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;

/** SELECT * FROM (query). */
final class SelectStar {

    private SelectStar() {}

    static SqlNode of(SqlNode star, SqlNode query) {
        return new SqlSelect(
                query.getParserPosition(),
                SqlNodeList.EMPTY,
                SqlNodeList.of(star),
                query,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
