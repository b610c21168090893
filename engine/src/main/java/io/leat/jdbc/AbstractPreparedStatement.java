package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;

/** Parameters that come as streams, and what JDBC has and Leat has not. */
abstract class AbstractPreparedStatement extends LeatStatement implements PreparedStatement {
    private static final int BUFFER_CHARACTERS = 4096;

    AbstractPreparedStatement(LeatConnection connection) {
        super(connection);
    }

    @Override
    public void setRef(int parameter, Ref value) throws SQLException {
        throw unsupported("setRef", "");
    }

    @Override
    public void setRowId(int parameter, RowId value) throws SQLException {
        throw unsupported("setRowId", "");
    }

    @Override
    public void setSQLXML(int parameter, SQLXML value) throws SQLException {
        throw unsupported("setSQLXML", "Use setString.");
    }

    @Override
    public void setURL(int parameter, URL value) throws SQLException {
        throw unsupported("setURL", "Use setString.");
    }

    @Override
    public void setBlob(int parameter, Blob value) throws SQLException {
        setBytes(parameter, value == null ? null : value.getBytes(1, (int) value.length()));
    }

    @Override
    public void setClob(int parameter, Clob value) throws SQLException {
        setString(parameter, value == null ? null : value.getSubString(1, (int) value.length()));
    }

    @Override
    public void setNClob(int parameter, NClob value) throws SQLException {
        setClob(parameter, (Clob) value);
    }

    @Override
    @Deprecated
    public void setUnicodeStream(int parameter, InputStream stream, int length) throws SQLException {
        throw unsupported("setUnicodeStream", "Use setCharacterStream.");
    }

    @Override
    public void setBinaryStream(int parameter, InputStream stream, int length) throws SQLException {
        setBytes(parameter, bytes(stream, length));
    }

    @Override
    public void setBinaryStream(int parameter, InputStream stream, long length) throws SQLException {
        setBytes(parameter, bytes(stream, length));
    }

    @Override
    public void setBinaryStream(int parameter, InputStream stream) throws SQLException {
        setBytes(parameter, bytes(stream, Long.MAX_VALUE));
    }

    @Override
    public void setBlob(int parameter, InputStream stream, long length) throws SQLException {
        setBytes(parameter, bytes(stream, length));
    }

    @Override
    public void setBlob(int parameter, InputStream stream) throws SQLException {
        setBytes(parameter, bytes(stream, Long.MAX_VALUE));
    }

    @Override
    public void setAsciiStream(int parameter, InputStream stream, int length) throws SQLException {
        setString(parameter, ascii(bytes(stream, length)));
    }

    @Override
    public void setAsciiStream(int parameter, InputStream stream, long length) throws SQLException {
        setString(parameter, ascii(bytes(stream, length)));
    }

    @Override
    public void setAsciiStream(int parameter, InputStream stream) throws SQLException {
        setString(parameter, ascii(bytes(stream, Long.MAX_VALUE)));
    }

    @Override
    public void setCharacterStream(int parameter, Reader reader, int length) throws SQLException {
        setString(parameter, text(reader, length));
    }

    @Override
    public void setCharacterStream(int parameter, Reader reader, long length) throws SQLException {
        setString(parameter, text(reader, length));
    }

    @Override
    public void setCharacterStream(int parameter, Reader reader) throws SQLException {
        setString(parameter, text(reader, Long.MAX_VALUE));
    }

    @Override
    public void setNCharacterStream(int parameter, Reader reader, long length) throws SQLException {
        setString(parameter, text(reader, length));
    }

    @Override
    public void setNCharacterStream(int parameter, Reader reader) throws SQLException {
        setString(parameter, text(reader, Long.MAX_VALUE));
    }

    @Override
    public void setClob(int parameter, Reader reader, long length) throws SQLException {
        setString(parameter, text(reader, length));
    }

    @Override
    public void setClob(int parameter, Reader reader) throws SQLException {
        setString(parameter, text(reader, Long.MAX_VALUE));
    }

    @Override
    public void setNClob(int parameter, Reader reader, long length) throws SQLException {
        setString(parameter, text(reader, length));
    }

    @Override
    public void setNClob(int parameter, Reader reader) throws SQLException {
        setString(parameter, text(reader, Long.MAX_VALUE));
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        throw hasText("execute");
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        throw hasText("executeQuery");
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        throw hasText("executeUpdate");
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        throw hasText("executeLargeUpdate");
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        throw hasText("addBatch");
    }

    private static SQLException unsupported(String method, String hint) {
        return SqlErrors.unsupported("PreparedStatement." + method, hint);
    }

    private static SQLException hasText(String method) {
        return SqlErrors.of(
                SqlErrors.SEQUENCE,
                ErrorCode.NOT_ALLOWED,
                method + " with a text cannot be called on a prepared statement",
                "It has its text already: leave the argument out.");
    }

    /** What a stream holds, up to a length; null for null. */
    private static byte[] bytes(InputStream stream, long length) throws SQLException {
        try {
            return stream == null ? null : stream.readNBytes((int) Math.min(length, Integer.MAX_VALUE));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String ascii(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String text(Reader reader, long length) throws SQLException {
        if (reader == null) {
            return null;
        }
        try {
            StringWriter text = new StringWriter();
            char[] buffer = new char[BUFFER_CHARACTERS];
            int read = 0;
            for (long left = length; left > 0 && read >= 0; left -= Math.max(0, read)) {
                read = reader.read(buffer, 0, (int) Math.min(left, buffer.length));
                text.write(buffer, 0, Math.max(0, read));
            }
            return text.toString();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static SQLException unreadable(IOException cause) {
        SQLException error = SqlErrors.of(ErrorCode.INPUT_OUTPUT, "a parameter's stream could not be read", "");
        error.addSuppressed(cause);
        return error;
    }
}
