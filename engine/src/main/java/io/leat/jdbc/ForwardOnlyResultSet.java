package io.leat.jdbc;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.util.Map;

/** Refuses what only scrollable or updatable result sets can do, and types that Leat has not. */
abstract class ForwardOnlyResultSet extends ReadOnlyByLabel {

    private static SQLException forwardOnly(String method) {
        return SqlErrors.unsupported("ResultSet." + method, "Result sets go forward only, by next().");
    }

    @Override
    public void beforeFirst() throws SQLException {
        throw forwardOnly("beforeFirst");
    }

    @Override
    public void afterLast() throws SQLException {
        throw forwardOnly("afterLast");
    }

    @Override
    public boolean first() throws SQLException {
        throw forwardOnly("first");
    }

    @Override
    public boolean last() throws SQLException {
        throw forwardOnly("last");
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        throw forwardOnly("absolute");
    }

    @Override
    public boolean relative(int rows) throws SQLException {
        throw forwardOnly("relative");
    }

    @Override
    public boolean previous() throws SQLException {
        throw forwardOnly("previous");
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        if (direction != FETCH_FORWARD) {
            throw forwardOnly("setFetchDirection");
        }
    }

    @Override
    public int getFetchDirection() {
        return FETCH_FORWARD;
    }

    @Override
    public int getType() {
        return TYPE_FORWARD_ONLY;
    }

    @Override
    public int getConcurrency() {
        return CONCUR_READ_ONLY;
    }

    @Override
    public int getHoldability() {
        return HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        throw readOnly("rowUpdated");
    }

    @Override
    public boolean rowInserted() throws SQLException {
        throw readOnly("rowInserted");
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        throw readOnly("rowDeleted");
    }

    @Override
    public void insertRow() throws SQLException {
        throw readOnly("insertRow");
    }

    @Override
    public void updateRow() throws SQLException {
        throw readOnly("updateRow");
    }

    @Override
    public void deleteRow() throws SQLException {
        throw readOnly("deleteRow");
    }

    @Override
    public void refreshRow() throws SQLException {
        throw readOnly("refreshRow");
    }

    @Override
    public void cancelRowUpdates() throws SQLException {
        throw readOnly("cancelRowUpdates");
    }

    @Override
    public void moveToInsertRow() throws SQLException {
        throw readOnly("moveToInsertRow");
    }

    @Override
    public void moveToCurrentRow() throws SQLException {
        throw readOnly("moveToCurrentRow");
    }

    @Override
    public String getCursorName() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getCursorName");
    }

    @Override
    public SQLWarning getWarnings() {
        return null;
    }

    @Override
    public void clearWarnings() {
        // There are never any.
    }

    @Override
    public Ref getRef(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getRef");
    }

    @Override
    public Blob getBlob(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getBlob", "Read binary columns by getBytes or getBinaryStream.");
    }

    @Override
    public Clob getClob(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getClob", "Read texts by getString or getCharacterStream.");
    }

    @Override
    public NClob getNClob(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getNClob", "Read texts by getString or getCharacterStream.");
    }

    @Override
    public SQLXML getSQLXML(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getSQLXML", "Read texts by getString.");
    }

    @Override
    public RowId getRowId(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getRowId");
    }

    @Override
    public URL getURL(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getURL", "Read texts by getString.");
    }

    @Override
    @Deprecated
    public InputStream getUnicodeStream(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getUnicodeStream", "Use getCharacterStream.");
    }

    @Override
    @Deprecated
    public BigDecimal getBigDecimal(int column, int scale) throws SQLException {
        BigDecimal value = getBigDecimal(column);
        return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
    }

    @Override
    public Object getObject(int column, Map<String, Class<?>> map) throws SQLException {
        if (map != null && !map.isEmpty()) {
            throw SqlErrors.unsupported("a type map");
        }
        return getObject(column);
    }
}
