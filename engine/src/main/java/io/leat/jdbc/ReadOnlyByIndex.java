package io.leat.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** Refuses every update of a column by its place: rows change by INSERT, UPDATE and DELETE. */
abstract class ReadOnlyByIndex extends Unwrapping implements ResultSet {

    static SQLException readOnly(String method) {
        return SqlErrors.unsupported("ResultSet." + method, "Rows are changed by INSERT, UPDATE and DELETE.");
    }

    @Override
    public void updateNull(int column) throws SQLException {
        throw readOnly("updateNull");
    }

    @Override
    public void updateBoolean(int column, boolean value) throws SQLException {
        throw readOnly("updateBoolean");
    }

    @Override
    public void updateByte(int column, byte value) throws SQLException {
        throw readOnly("updateByte");
    }

    @Override
    public void updateShort(int column, short value) throws SQLException {
        throw readOnly("updateShort");
    }

    @Override
    public void updateInt(int column, int value) throws SQLException {
        throw readOnly("updateInt");
    }

    @Override
    public void updateLong(int column, long value) throws SQLException {
        throw readOnly("updateLong");
    }

    @Override
    public void updateFloat(int column, float value) throws SQLException {
        throw readOnly("updateFloat");
    }

    @Override
    public void updateDouble(int column, double value) throws SQLException {
        throw readOnly("updateDouble");
    }

    @Override
    public void updateBigDecimal(int column, BigDecimal value) throws SQLException {
        throw readOnly("updateBigDecimal");
    }

    @Override
    public void updateString(int column, String value) throws SQLException {
        throw readOnly("updateString");
    }

    @Override
    public void updateBytes(int column, byte[] value) throws SQLException {
        throw readOnly("updateBytes");
    }

    @Override
    public void updateDate(int column, Date value) throws SQLException {
        throw readOnly("updateDate");
    }

    @Override
    public void updateTime(int column, Time value) throws SQLException {
        throw readOnly("updateTime");
    }

    @Override
    public void updateTimestamp(int column, Timestamp value) throws SQLException {
        throw readOnly("updateTimestamp");
    }

    @Override
    public void updateAsciiStream(int column, InputStream value, int length) throws SQLException {
        throw readOnly("updateAsciiStream");
    }

    @Override
    public void updateBinaryStream(int column, InputStream value, int length) throws SQLException {
        throw readOnly("updateBinaryStream");
    }

    @Override
    public void updateCharacterStream(int column, Reader value, int length) throws SQLException {
        throw readOnly("updateCharacterStream");
    }

    @Override
    public void updateObject(int column, Object value, int scale) throws SQLException {
        throw readOnly("updateObject");
    }

    @Override
    public void updateObject(int column, Object value) throws SQLException {
        throw readOnly("updateObject");
    }

    @Override
    public void updateRef(int column, Ref value) throws SQLException {
        throw readOnly("updateRef");
    }

    @Override
    public void updateBlob(int column, Blob value) throws SQLException {
        throw readOnly("updateBlob");
    }

    @Override
    public void updateClob(int column, Clob value) throws SQLException {
        throw readOnly("updateClob");
    }

    @Override
    public void updateArray(int column, Array value) throws SQLException {
        throw readOnly("updateArray");
    }

    @Override
    public void updateRowId(int column, RowId value) throws SQLException {
        throw readOnly("updateRowId");
    }

    @Override
    public void updateNString(int column, String value) throws SQLException {
        throw readOnly("updateNString");
    }

    @Override
    public void updateNClob(int column, NClob value) throws SQLException {
        throw readOnly("updateNClob");
    }

    @Override
    public void updateSQLXML(int column, SQLXML value) throws SQLException {
        throw readOnly("updateSQLXML");
    }

    @Override
    public void updateNCharacterStream(int column, Reader value, long length) throws SQLException {
        throw readOnly("updateNCharacterStream");
    }

    @Override
    public void updateAsciiStream(int column, InputStream value, long length) throws SQLException {
        throw readOnly("updateAsciiStream");
    }

    @Override
    public void updateBinaryStream(int column, InputStream value, long length) throws SQLException {
        throw readOnly("updateBinaryStream");
    }

    @Override
    public void updateCharacterStream(int column, Reader value, long length) throws SQLException {
        throw readOnly("updateCharacterStream");
    }

    @Override
    public void updateBlob(int column, InputStream value, long length) throws SQLException {
        throw readOnly("updateBlob");
    }

    @Override
    public void updateClob(int column, Reader value, long length) throws SQLException {
        throw readOnly("updateClob");
    }

    @Override
    public void updateNClob(int column, Reader value, long length) throws SQLException {
        throw readOnly("updateNClob");
    }

    @Override
    public void updateNCharacterStream(int column, Reader value) throws SQLException {
        throw readOnly("updateNCharacterStream");
    }

    @Override
    public void updateAsciiStream(int column, InputStream value) throws SQLException {
        throw readOnly("updateAsciiStream");
    }

    @Override
    public void updateBinaryStream(int column, InputStream value) throws SQLException {
        throw readOnly("updateBinaryStream");
    }

    @Override
    public void updateCharacterStream(int column, Reader value) throws SQLException {
        throw readOnly("updateCharacterStream");
    }

    @Override
    public void updateBlob(int column, InputStream value) throws SQLException {
        throw readOnly("updateBlob");
    }

    @Override
    public void updateClob(int column, Reader value) throws SQLException {
        throw readOnly("updateClob");
    }

    @Override
    public void updateNClob(int column, Reader value) throws SQLException {
        throw readOnly("updateNClob");
    }

    @Override
    public void updateObject(int column, Object value, SQLType type, int scale) throws SQLException {
        throw readOnly("updateObject");
    }

    @Override
    public void updateObject(int column, Object value, SQLType type) throws SQLException {
        throw readOnly("updateObject");
    }
}
