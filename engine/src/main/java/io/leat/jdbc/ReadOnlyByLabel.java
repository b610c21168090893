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
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** Refuses every update of a column by its label. */
abstract class ReadOnlyByLabel extends ReadOnlyByIndex {

    @Override
    public void updateNull(String label) throws SQLException {
        throw readOnly("updateNull");
    }

    @Override
    public void updateBoolean(String label, boolean value) throws SQLException {
        throw readOnly("updateBoolean");
    }

    @Override
    public void updateByte(String label, byte value) throws SQLException {
        throw readOnly("updateByte");
    }

    @Override
    public void updateShort(String label, short value) throws SQLException {
        throw readOnly("updateShort");
    }

    @Override
    public void updateInt(String label, int value) throws SQLException {
        throw readOnly("updateInt");
    }

    @Override
    public void updateLong(String label, long value) throws SQLException {
        throw readOnly("updateLong");
    }

    @Override
    public void updateFloat(String label, float value) throws SQLException {
        throw readOnly("updateFloat");
    }

    @Override
    public void updateDouble(String label, double value) throws SQLException {
        throw readOnly("updateDouble");
    }

    @Override
    public void updateBigDecimal(String label, BigDecimal value) throws SQLException {
        throw readOnly("updateBigDecimal");
    }

    @Override
    public void updateString(String label, String value) throws SQLException {
        throw readOnly("updateString");
    }

    @Override
    public void updateBytes(String label, byte[] value) throws SQLException {
        throw readOnly("updateBytes");
    }

    @Override
    public void updateDate(String label, Date value) throws SQLException {
        throw readOnly("updateDate");
    }

    @Override
    public void updateTime(String label, Time value) throws SQLException {
        throw readOnly("updateTime");
    }

    @Override
    public void updateTimestamp(String label, Timestamp value) throws SQLException {
        throw readOnly("updateTimestamp");
    }

    @Override
    public void updateAsciiStream(String label, InputStream value, int length) throws SQLException {
        throw readOnly("updateAsciiStream");
    }

    @Override
    public void updateBinaryStream(String label, InputStream value, int length) throws SQLException {
        throw readOnly("updateBinaryStream");
    }

    @Override
    public void updateCharacterStream(String label, Reader value, int length) throws SQLException {
        throw readOnly("updateCharacterStream");
    }

    @Override
    public void updateObject(String label, Object value, int scale) throws SQLException {
        throw readOnly("updateObject");
    }

    @Override
    public void updateObject(String label, Object value) throws SQLException {
        throw readOnly("updateObject");
    }

    @Override
    public void updateRef(String label, Ref value) throws SQLException {
        throw readOnly("updateRef");
    }

    @Override
    public void updateBlob(String label, Blob value) throws SQLException {
        throw readOnly("updateBlob");
    }

    @Override
    public void updateClob(String label, Clob value) throws SQLException {
        throw readOnly("updateClob");
    }

    @Override
    public void updateArray(String label, Array value) throws SQLException {
        throw readOnly("updateArray");
    }

    @Override
    public void updateRowId(String label, RowId value) throws SQLException {
        throw readOnly("updateRowId");
    }

    @Override
    public void updateNString(String label, String value) throws SQLException {
        throw readOnly("updateNString");
    }

    @Override
    public void updateNClob(String label, NClob value) throws SQLException {
        throw readOnly("updateNClob");
    }

    @Override
    public void updateSQLXML(String label, SQLXML value) throws SQLException {
        throw readOnly("updateSQLXML");
    }

    @Override
    public void updateNCharacterStream(String label, Reader value, long length) throws SQLException {
        throw readOnly("updateNCharacterStream");
    }

    @Override
    public void updateAsciiStream(String label, InputStream value, long length) throws SQLException {
        throw readOnly("updateAsciiStream");
    }

    @Override
    public void updateBinaryStream(String label, InputStream value, long length) throws SQLException {
        throw readOnly("updateBinaryStream");
    }

    @Override
    public void updateCharacterStream(String label, Reader value, long length) throws SQLException {
        throw readOnly("updateCharacterStream");
    }

    @Override
    public void updateBlob(String label, InputStream value, long length) throws SQLException {
        throw readOnly("updateBlob");
    }

    @Override
    public void updateClob(String label, Reader value, long length) throws SQLException {
        throw readOnly("updateClob");
    }

    @Override
    public void updateNClob(String label, Reader value, long length) throws SQLException {
        throw readOnly("updateNClob");
    }

    @Override
    public void updateNCharacterStream(String label, Reader value) throws SQLException {
        throw readOnly("updateNCharacterStream");
    }

    @Override
    public void updateAsciiStream(String label, InputStream value) throws SQLException {
        throw readOnly("updateAsciiStream");
    }

    @Override
    public void updateBinaryStream(String label, InputStream value) throws SQLException {
        throw readOnly("updateBinaryStream");
    }

    @Override
    public void updateCharacterStream(String label, Reader value) throws SQLException {
        throw readOnly("updateCharacterStream");
    }

    @Override
    public void updateBlob(String label, InputStream value) throws SQLException {
        throw readOnly("updateBlob");
    }

    @Override
    public void updateClob(String label, Reader value) throws SQLException {
        throw readOnly("updateClob");
    }

    @Override
    public void updateNClob(String label, Reader value) throws SQLException {
        throw readOnly("updateNClob");
    }

    @Override
    public void updateObject(String label, Object value, SQLType type, int scale) throws SQLException {
        throw readOnly("updateObject");
    }

    @Override
    public void updateObject(String label, Object value, SQLType type) throws SQLException {
        throw readOnly("updateObject");
    }
}
