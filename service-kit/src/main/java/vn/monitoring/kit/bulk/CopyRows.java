package vn.monitoring.kit.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Sends rows through PostgreSQL's COPY, in the connection's transaction: several times faster than inserts.
///
/// Values are written in their text form, which the column's type reads: numbers, dates, UUIDs, booleans, JSON;
/// a collection becomes an array. Memory stays at one buffer, however many rows come.
///
/// ```java
/// try (CopyRows rows = CopyRows.into(connection, "grade (id, as_of)")) {
///     rows.value(id).value(asOf).end();
///     rows.send();
/// }
/// ```
public final class CopyRows implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private boolean first = true;

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /// @param target table with its columns: `grade (id, as_of)`
    public static CopyRows into(Connection connection, String target) throws SQLException {
        return new CopyRows(
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin"));
    }

    public CopyRows value(@Nullable Object value) {
        if (!first) {
            buffer.append('\t');
        }
        first = false;
        switch (value) {
            case null -> buffer.append("\\N");
            case Collection<?> values -> escape(array(values));
            default -> escape(value.toString());
        }
        return this;
    }

    /// Ends the row.
    public void end() throws SQLException {
        buffer.append('\n');
        first = true;
        if (buffer.length() >= BUFFER) {
            flush();
        }
    }

    /// Hands over the last rows; without it the rows are dropped at the close.
    ///
    /// @return how many rows were written
    public long send() throws SQLException {
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void escape(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\t' -> buffer.append("\\t");
                default -> buffer.append(c);
            }
        }
    }

    private static String array(Collection<?> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        StringBuilder array = new StringBuilder("{");
        for (Object value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            array.append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""));
            array.append('"');
        }
        return array.append('}').toString();
    }
}
