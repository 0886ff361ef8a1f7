package vn.monitoring.indicator.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.table.TableColumn.Kind;
import vn.monitoring.kit.text.Text;

/// A column of an exported list.
///
/// @param expression the SQL that gives its cells, in each language
record ExportColumn(Text expression, TableColumn column) {

    static ExportColumn of(Kind kind, String expression, String vi, String en) {
        return new ExportColumn(Text.same(expression), TableColumn.of(kind, vi, en));
    }

    static ExportColumn text(String expression, String vi, String en) {
        return of(Kind.TEXT, expression, vi, en);
    }

    static ExportColumn number(String expression, String vi, String en) {
        return of(Kind.NUMBER, expression, vi, en);
    }

    static ExportColumn date(String expression, String vi, String en) {
        return of(Kind.DATE, expression, vi, en);
    }

    static ExportColumn time(String expression, String vi, String en) {
        return of(Kind.TIME, expression, vi, en);
    }

    /// A column that says yes, or nothing.
    static ExportColumn yes(String condition, String vi, String en) {
        return new ExportColumn(
                new Text(
                        "case when %s then 'có' else '' end".formatted(condition),
                        "case when %s then 'yes' else '' end".formatted(condition)),
                TableColumn.of(Kind.TEXT, vi, en).wide(12));
    }

    ExportColumn in(Text expressions) {
        return new ExportColumn(expressions, column);
    }

    ExportColumn wide(int characters) {
        return new ExportColumn(expression, column.wide(characters));
    }

    @Nullable
    Object cell(ResultSet row, int index) throws SQLException {
        return switch (column.kind()) {
            case TEXT -> row.getString(index);
            case NUMBER -> row.getBigDecimal(index);
            case DATE -> row.getObject(index, LocalDate.class);
            case TIME -> {
                OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
        };
    }
}
