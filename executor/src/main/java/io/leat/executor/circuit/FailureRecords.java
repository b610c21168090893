package io.leat.executor.circuit;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.Origin;
import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * How failed rows are remembered: as they are told, but for the place, which follows the SQLSTATE in one text. So they lie in
 * checkpoints as they did when nobody told places, and either can be read.
 */
final class FailureRecords {
    /** The columns that are remembered. */
    static final Schema SCHEMA = Schema.of(
            new Field("expression", DataType.STRING),
            new Field("input_row", DataType.STRING),
            new Field("message", DataType.STRING),
            new Field("code and place", DataType.STRING));

    private static final int CODE = 3;
    private static final int PARTITION = 4;
    private static final int OFFSET = 5;
    private static final int SQLSTATE_LENGTH = 5;

    private FailureRecords() {}

    /** Why a row of a chunk failed, and where it comes from. */
    static String codeAndPlace(LeatException error, Chunk rows, int row) {
        Origin origin = rows.origin();
        String code = error.code().sqlState();
        return origin == null ? code : text(code, origin.partition(), origin.offset(row));
    }

    private static String text(String code, String partition, long offset) {
        return code + offset + " " + partition;
    }

    /** Failed rows as they are told. */
    static ZSet told(ZSet remembered) {
        return new ZSet(remembered.chunks().stream().map(FailureRecords::told).toList());
    }

    private static Chunk told(Chunk remembered) {
        List<ColumnBuilder> told = builders(remembered.size(), DataType.STRING, DataType.STRING, DataType.BIGINT);
        for (int row = 0; row < remembered.size(); row++) {
            String text = text(remembered, CODE, row);
            told.get(0).appendText(text.substring(0, SQLSTATE_LENGTH));
            int space = text.indexOf(' ');
            if (space < 0) {
                told.get(1).appendNull();
                told.get(2).appendNull();
            } else {
                told.get(1).appendText(text.substring(space + 1));
                told.get(2).appendLong(Long.parseLong(text.substring(SQLSTATE_LENGTH, space)));
            }
        }
        return with(remembered, told);
    }

    /** Failed rows as they are remembered. */
    static ZSet remembered(ZSet told) {
        return new ZSet(told.chunks().stream().map(FailureRecords::remembered).toList());
    }

    private static Chunk remembered(Chunk told) {
        List<ColumnBuilder> remembered = builders(told.size(), DataType.STRING);
        for (int row = 0; row < told.size(); row++) {
            String code = text(told, CODE, row);
            Object offset = JavaValues.get(DataType.BIGINT, told.column(OFFSET), row);
            remembered.get(0).appendText(offset == null ? code : text(code, text(told, PARTITION, row), (Long) offset));
        }
        return with(told, remembered);
    }

    private static List<ColumnBuilder> builders(int rows, DataType... types) {
        List<ColumnBuilder> builders = new ArrayList<>();
        for (DataType type : types) {
            builders.add(ColumnBuilder.of(type, rows));
        }
        return builders;
    }

    /** The columns up to the code, and others behind them. */
    private static Chunk with(Chunk chunk, List<ColumnBuilder> behind) {
        List<Column> columns = new ArrayList<>(chunk.columns().subList(0, CODE));
        behind.forEach(builder -> columns.add(builder.build()));
        return chunk.withColumns(columns);
    }

    private static String text(Chunk chunk, int column, int row) {
        return (String) JavaValues.get(DataType.STRING, chunk.column(column), row);
    }
}
