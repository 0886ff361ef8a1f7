package vn.monitoring.indicator.central;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.monitoring.indicator.figure.CountedFigures;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.snapshot.Snapshot;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.table.TableColumn.Kind;
import vn.monitoring.kit.table.TableWriter;
import vn.monitoring.kit.text.Text;

/// The sheet from which figures are keyed into the central system: a row for each unit and canonical
/// indicator of a period that has a verified figure, in a neutral form.
final class CentralSheet {

    static final Text TITLE = new Text("Cập nhật Trung ương", "Central update");

    static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of(Kind.TEXT, "Mã đơn vị", "Unit code").wide(12),
            TableColumn.of(Kind.TEXT, "Đơn vị", "Unit").wide(30),
            TableColumn.of(Kind.TEXT, "Mã danh mục", "Catalogue code"),
            TableColumn.of(Kind.TEXT, "Chỉ tiêu", "Indicator").wide(50),
            TableColumn.of(Kind.TEXT, "Đơn vị tính", "Unit of measure").wide(14),
            TableColumn.of(Kind.TEXT, "Kỳ", "Period").wide(10),
            TableColumn.of(Kind.NUMBER, "Tử số", "Numerator"),
            TableColumn.of(Kind.NUMBER, "Mẫu số", "Denominator"),
            TableColumn.of(Kind.NUMBER, "Giá trị", "Value"),
            TableColumn.of(Kind.DATE, "Ngày chốt", "As of"),
            TableColumn.of(Kind.TEXT, "Nguồn", "Source").wide(30),
            TableColumn.of(Kind.DATE, "Đã cập nhật Trung ương ngày", "Updated centrally on"),
            TableColumn.of(Kind.TEXT, "Số liệu thay đổi sau lần cập nhật", "Figure changed since")
                    .wide(14),
            TableColumn.of(Kind.TEXT, "Mã số liệu", "Measurement id").wide(38),
            TableColumn.of(Kind.NUMBER, "Lần sửa", "Revision"));

    private static final Text YES = new Text("có", "yes");

    private static final String SQL = """
            select c.unit_code, u.name, c.canonical_code, k.name, k.unit, c.period, c.numerator, c.denominator, c.value,
                c.as_of, c.source, mark.updated_on,
                (mark.measurement_id, mark.revision) is distinct from (c.measurement_id, c.revision)
                    and mark.id is not null,
                c.measurement_id, c.revision
            from %s
            join unit u on u.code = c.unit_code
            join canonical_indicator k on k.code = c.canonical_code
            left join lateral (select * from central_update m where m.unit_code = c.unit_code
                and m.canonical_code = c.canonical_code and m.period = c.period order by m.id desc limit 1) mark on true
            order by u.path, c.canonical_code""".formatted(CountedFigures.TABLE);

    private CentralSheet() {}

    static void write(
            Snapshot snapshot, String paths, String unitCode, Period period, TableWriter table, Locale language)
            throws IOException {
        snapshot.forEach(
                SQL,
                row -> table.row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBigDecimal(7),
                        row.getBigDecimal(8),
                        row.getBigDecimal(9),
                        row.getObject(10, LocalDate.class),
                        row.getString(11),
                        row.getObject(12, LocalDate.class),
                        row.getBoolean(13) ? YES.in(language) : null,
                        row.getString(14),
                        row.getInt(15)),
                CountedFigures.parameters(paths, unitCode, period));
    }
}
