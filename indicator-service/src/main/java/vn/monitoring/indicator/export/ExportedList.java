package vn.monitoring.indicator.export;

import static vn.monitoring.indicator.export.ExportColumn.date;
import static vn.monitoring.indicator.export.ExportColumn.number;
import static vn.monitoring.indicator.export.ExportColumn.text;
import static vn.monitoring.indicator.export.ExportColumn.time;
import static vn.monitoring.indicator.export.ExportColumn.yes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.text.Text;

/// The lists that can be exported: what stands in their columns, and where their rows come from, in the
/// order of the unit tree and the plans. The responsible unit of an indicator decides who sees its
/// rows.
enum ExportedList {
    UNITS(
            "units",
            new Text("Đơn vị", "Units"),
            """
            unit u
            where u.path <@ any (f.paths) and (f.unit is null or u.path <@ (select path from unit where code = f.unit))
            order by u.path""",
            List.of(
                    text("u.code", "Mã đơn vị", "Unit code"),
                    text("u.parent_code", "Mã đơn vị cấp trên", "Parent unit code"),
                    text("u.type", "Loại", "Type"),
                    text("u.name", "Tên đơn vị", "Name").wide(40),
                    text("u.agency_type", "Loại cơ quan", "Agency type"),
                    text("u.block", "Khối", "Block"),
                    text("array_to_string(u.aliases, ' | ')", "Tên khác", "Aliases")
                            .wide(40),
                    text("u.agency_identifier", "Mã định danh", "Agency identifier"),
                    date("u.valid_from", "Hiệu lực từ", "Valid from"),
                    date("u.valid_to", "Hiệu lực đến", "Valid to"))),

    INDICATORS(
            "indicators",
            new Text("Chỉ tiêu", "Indicators"),
            """
            indicator i
            join unit u on u.code = i.responsible_unit_code
            join unit issuer on issuer.code = i.unit_code
            join plan p on p.id = i.plan_id
            left join target t on t.indicator_id = i.id and t.valid_from <= f.as_of
                and (t.valid_to is null or f.as_of < t.valid_to)
            where u.path <@ any (f.paths) and (f.unit is null or u.path <@ (select path from unit where code = f.unit))
                and (f.plan is null or i.plan_id = f.plan)
            order by issuer.path, i.plan_id, i.position, t.due_date nulls last, t.id""",
            Columns.join(
                    Columns.INDICATOR,
                    List.of(
                            text("i.direction", "Chiều", "Direction"),
                            text("i.lead_agency", "Cơ quan chủ trì", "Lead agency")
                                    .wide(30),
                            text("i.director_position", "Người chỉ đạo (chức danh)", "Director (position)"),
                            text("t.raw", "Mục tiêu (nguyên văn)", "Target (as written)")
                                    .wide(30),
                            text("t.kind", "Dạng mục tiêu", "Kind of target"),
                            text("t.comparator", "So sánh", "Comparator"),
                            number("t.low", "Cận dưới", "Low"),
                            number("t.high", "Cận trên", "High"),
                            text("t.unit", "Đơn vị của mục tiêu", "Unit of the target"),
                            yes("t.soft", "Phấn đấu", "Soft"),
                            number("t.year", "Năm", "Year"),
                            date("t.due_date", "Hạn", "Due date"),
                            text("array_to_string(t.flags, ' | ')", "Lưu ý", "Flags"),
                            yes("t.provisional", "Tạm tính", "Provisional"),
                            text("t.place", "Vị trí trong văn bản", "Place in the document")))),

    MEASUREMENTS(
            "measurements",
            new Text("Số liệu", "Measurements"),
            """
            measurement m
            join indicator i on i.id = m.indicator_id
            join unit u on u.code = i.responsible_unit_code
            join unit issuer on issuer.code = i.unit_code
            join plan p on p.id = i.plan_id
            where u.path <@ any (f.paths) and (f.unit is null or u.path <@ (select path from unit where code = f.unit))
                and (f.plan is null or i.plan_id = f.plan) and (f.period is null or m.period = f.period)
            order by issuer.path, i.plan_id, i.position, m.period_end, m.period""",
            Columns.join(
                    Columns.INDICATOR,
                    List.of(
                            text("m.period", "Kỳ", "Period").wide(10),
                            number("m.numerator", "Tử số", "Numerator"),
                            number("m.denominator", "Mẫu số", "Denominator"),
                            number("m.value", "Giá trị", "Value"),
                            date("m.as_of", "Ngày chốt", "As of"),
                            text("m.status", "Mã trạng thái", "Status code"),
                            text("", "Trạng thái", "Status").in(Columns.MEASUREMENT_STATUS),
                            text("array_to_string(m.flags, ' | ')", "Lưu ý", "Flags"),
                            text("m.source", "Nguồn", "Source").wide(30),
                            text("m.note", "Ghi chú", "Note").wide(30),
                            text("m.submitted_by", "Người gửi (tài khoản)", "Submitted by (account)"),
                            time("m.submitted_at", "Gửi lúc", "Submitted at"),
                            text("m.verified_by", "Người xác nhận (tài khoản)", "Verified by (account)"),
                            time("m.verified_at", "Xác nhận lúc", "Verified at"),
                            text("m.reason", "Lý do, nhận xét", "Reason, remark")
                                    .wide(30),
                            number("m.revision", "Lần sửa", "Revision"),
                            text("m.id", "Mã số liệu", "Measurement id").wide(38)))),

    GRADES(
            "grades",
            new Text("Đánh giá", "Grades"),
            """
            indicator i
            join unit u on u.code = i.responsible_unit_code
            join unit issuer on issuer.code = i.unit_code
            join plan p on p.id = i.plan_id
            join lateral (select * from grade where indicator_id = i.id and as_of <= f.as_of
                order by as_of desc limit 1) g on true
            where u.path <@ any (f.paths) and (f.unit is null or u.path <@ (select path from unit where code = f.unit))
                and (f.plan is null or i.plan_id = f.plan)
            order by issuer.path, i.plan_id, i.position""",
            Columns.join(
                    Columns.INDICATOR,
                    List.of(
                            date("g.as_of", "Đánh giá tại ngày", "Graded as of"),
                            text("g.status", "Mã đánh giá", "Grade code"),
                            text("", "Đánh giá", "Grade").in(Columns.GRADE_STATUS),
                            yes("g.regressing", "Đang giảm sút", "Regressing"),
                            yes("g.at_risk", "Có nguy cơ", "At risk"),
                            yes("g.provisional", "Tạm tính", "Provisional"),
                            text("g.period", "Kỳ số liệu", "Period of the figure")
                                    .wide(10),
                            number("g.numerator", "Tử số", "Numerator"),
                            number("g.denominator", "Mẫu số", "Denominator"),
                            number("g.value", "Giá trị", "Value"),
                            text("g.target ->> 'raw'", "Mục tiêu", "Target"),
                            number("g.expected", "Theo lộ trình", "Expected"),
                            number("g.gap", "Chênh lệch", "Gap"),
                            number("g.shortfall", "Còn thiếu", "Shortfall"),
                            number("g.projection", "Dự báo", "Projection"),
                            text("", "Giải thích", "Explanation")
                                    .in(new Text("g.explanation_vi", "g.explanation_en"))
                                    .wide(60),
                            number("g.policy_version", "Phiên bản quy tắc", "Policy version"))));

    private final String fileName;
    private final Text title;
    private final String source;
    private final List<ExportColumn> columns;

    ExportedList(String fileName, Text title, String source, List<ExportColumn> columns) {
        this.fileName = fileName;
        this.title = title;
        this.source = source;
        this.columns = columns;
    }

    String fileName() {
        return fileName;
    }

    /// The name of the sheet.
    Text title() {
        return title;
    }

    List<ExportColumn> columns() {
        return columns;
    }

    List<TableColumn> tableColumns() {
        return columns.stream().map(ExportColumn::column).toList();
    }

    /// The query of the rows, with the parameters of [ExportFilter].
    String sql(Locale language) {
        return columns.stream()
                .map(column -> column.expression().in(language))
                .collect(Collectors.joining(", ", "select ", " from " + ExportFilter.TABLE + " cross join " + source));
    }

    /// What several lists show.
    private static final class Columns {

        private static final List<ExportColumn> INDICATOR = List.of(
                text("issuer.code", "Mã đơn vị ban hành", "Issuing unit code"),
                text("issuer.name", "Đơn vị ban hành", "Issuing unit").wide(30),
                text("u.code", "Mã đơn vị chịu trách nhiệm", "Responsible unit code"),
                text("u.name", "Đơn vị chịu trách nhiệm", "Responsible unit").wide(30),
                text("coalesce(p.number, p.title)", "Kế hoạch", "Plan"),
                text("i.number", "STT", "Number").wide(8),
                text("i.indicator_group", "Nhóm", "Group").wide(30),
                text("i.name", "Chỉ tiêu", "Indicator").wide(60),
                text("i.canonical_code", "Mã danh mục", "Catalogue code"),
                text("i.measure_unit", "Đơn vị tính", "Unit of measure"));

        private static final Text MEASUREMENT_STATUS = new Text("""
                case m.status when 'SUBMITTED' then 'Chờ xác nhận' when 'VERIFIED' then 'Đã xác nhận'
                    when 'RETURNED' then 'Trả lại' end""", """
                case m.status when 'SUBMITTED' then 'Awaits verification' when 'VERIFIED' then 'Verified'
                    when 'RETURNED' then 'Returned' end""");

        private static final Text GRADE_STATUS = new Text("""
                case g.status when 'ACHIEVED' then 'Đạt' when 'ON_TRACK' then 'Đúng lộ trình'
                    when 'SLIGHTLY_BEHIND' then 'Chậm nhẹ' when 'BEHIND' then 'Chậm' when 'MISSED' then 'Không đạt'
                    when 'NOT_DUE' then 'Chưa đến kỳ' when 'NO_TARGET' then 'Không đặt mục tiêu'
                    when 'NO_DATA' then 'Chưa đủ dữ liệu' end""", """
                case g.status when 'ACHIEVED' then 'Achieved' when 'ON_TRACK' then 'On track'
                    when 'SLIGHTLY_BEHIND' then 'Slightly behind' when 'BEHIND' then 'Behind' when 'MISSED' then 'Missed'
                    when 'NOT_DUE' then 'Not due' when 'NO_TARGET' then 'No target'
                    when 'NO_DATA' then 'Not enough data' end""");

        private Columns() {}

        private static List<ExportColumn> join(List<ExportColumn> first, List<ExportColumn> second) {
            return java.util.stream.Stream.concat(first.stream(), second.stream())
                    .toList();
        }
    }
}
