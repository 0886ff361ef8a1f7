package vn.monitoring.task.worklist;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.monitoring.kit.snapshot.Snapshot;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.table.TableColumn.Kind;
import vn.monitoring.kit.table.TableWriter;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.task.TaskDeadline;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.task.TimingConverter;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// The list of tasks as a file: what stands in its columns, and how each row is judged.
final class TaskSheet {

    static final Text TITLE = new Text("Nhiệm vụ", "Tasks");

    static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of(Kind.TEXT, "Mã đơn vị ban hành", "Issuing unit code"),
            TableColumn.of(Kind.TEXT, "Kế hoạch", "Plan").wide(30),
            TableColumn.of(Kind.TEXT, "STT", "Number").wide(8),
            TableColumn.of(Kind.TEXT, "Nhóm", "Group").wide(30),
            TableColumn.of(Kind.TEXT, "Nhiệm vụ", "Task").wide(60),
            TableColumn.of(Kind.TEXT, "Người chỉ đạo (chức danh)", "Director (position)"),
            TableColumn.of(Kind.TEXT, "Cơ quan chủ trì", "Lead agencies").wide(30),
            TableColumn.of(Kind.TEXT, "Mã đơn vị chịu trách nhiệm", "Responsible unit code"),
            TableColumn.of(Kind.TEXT, "Đơn vị chịu trách nhiệm", "Responsible unit")
                    .wide(30),
            TableColumn.of(Kind.TEXT, "Đơn vị phối hợp", "Coordinators").wide(30),
            TableColumn.of(Kind.TEXT, "Sản phẩm đầu ra", "Deliverable").wide(30),
            TableColumn.of(Kind.TEXT, "Thời hạn (nguyên văn)", "Deadline (as written)"),
            TableColumn.of(Kind.DATE, "Hạn", "Due date"),
            TableColumn.of(Kind.DATE, "Hạn ban đầu", "Original due date"),
            TableColumn.of(Kind.TEXT, "Mã trạng thái", "Status code"),
            TableColumn.of(Kind.TEXT, "Trạng thái", "Status"),
            TableColumn.of(Kind.TEXT, "Mã tiến độ", "Timeliness code"),
            TableColumn.of(Kind.TEXT, "Tiến độ so với hạn", "Timeliness"),
            TableColumn.of(Kind.NUMBER, "Phần trăm", "Percent"),
            TableColumn.of(Kind.DATE, "Giao ngày", "Assigned on"),
            TableColumn.of(Kind.DATE, "Hoàn thành ngày", "Completed on"),
            TableColumn.of(Kind.DATE, "Cập nhật đến ngày", "Updated as of"),
            TableColumn.of(Kind.TEXT, "Tình trạng", "Situation").wide(40),
            TableColumn.of(Kind.TEXT, "Kết quả", "Result").wide(40),
            TableColumn.of(Kind.TEXT, "Khó khăn", "Difficulty").wide(40),
            TableColumn.of(Kind.TEXT, "Bước tiếp theo", "Next step").wide(40),
            TableColumn.of(Kind.TEXT, "Mã nhiệm vụ", "Task id").wide(38));

    private static final String SELECTED = """
            t.id, t.plan_id, t.position, t.unit_code, t.number, t.group_name, t.title, t.director_position,
            array_to_string(t.lead_agencies, '; ') as leads, t.responsible_unit_code, u.name as unit_name,
            array_to_string(t.coordinators, '; ') as coordinated, t.deliverable, t.timing ->> 'raw' as raw, t.due_on,
            t.original_due_on, t.status, t.percent, t.assigned_on, t.completed_on, t.update_as_of, t.update_status,
            t.update_result, t.update_difficulty, t.update_next_step, t.timing::text as timing, t.deadline,
            t.derived_timing::text as derived_timing, t.extended_from_due_on, t.extended_due_on, t.submitted_on, t.paused_on""";

    private final LocalDate today;
    private final TimelinessRule rule;
    private final Locale language;
    private final Map<String, Timing> timings = new HashMap<>();

    TaskSheet(LocalDate today, TimelinessRule rule, Locale language) {
        this.today = today;
        this.rule = rule;
        this.language = language;
    }

    /// Writes the rows of a query in the order of the plans' tables.
    void write(Snapshot snapshot, TaskQuery query, TaskFilter filter, TableWriter table) throws IOException {
        String sql = "select listed.*, coalesce(p.number, p.title) as plan_name from " + query.rows(SELECTED)
                + " listed join plan p on p.id = listed.plan_id order by listed.unit_code, plan_id, position, listed.id";
        snapshot.forEach(
                sql, row -> write(row, filter, table), query.parameters().toArray());
    }

    private void write(ResultSet row, TaskFilter filter, TableWriter table) throws SQLException, IOException {
        TaskStatus status = TaskStatus.valueOf(row.getString("status"));
        Timeliness timeliness = standing(row, status).on(today, rule);
        if (filter.timeliness() != null && filter.timeliness() != timeliness) {
            return;
        }
        table.row(
                row.getString("unit_code"),
                row.getString("plan_name"),
                row.getString("number"),
                row.getString("group_name"),
                row.getString("title"),
                row.getString("director_position"),
                row.getString("leads"),
                row.getString("responsible_unit_code"),
                row.getString("unit_name"),
                row.getString("coordinated"),
                row.getString("deliverable"),
                row.getString("raw"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("original_due_on", LocalDate.class),
                status,
                text(status).in(language),
                timeliness,
                text(timeliness).in(language),
                row.getObject("percent", Integer.class),
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("update_as_of", LocalDate.class),
                row.getString("update_status"),
                row.getString("update_result"),
                row.getString("update_difficulty"),
                row.getString("update_next_step"),
                row.getString("id"));
    }

    private TaskStanding standing(ResultSet row, TaskStatus status) throws SQLException {
        String derived = row.getString("derived_timing");
        Timing timing = TaskDeadline.of(
                parsed(row.getString("timing")),
                row.getObject("deadline", LocalDate.class),
                derived == null ? null : parsed(derived),
                TaskDeadline.Extension.of(
                        row.getObject("extended_from_due_on", LocalDate.class),
                        row.getObject("extended_due_on", LocalDate.class)));
        return new TaskStanding(
                timing,
                status,
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("update_as_of", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("paused_on", LocalDate.class));
    }

    private Timing parsed(String json) {
        return timings.computeIfAbsent(json, TimingConverter::read);
    }

    private static Text text(TaskStatus status) {
        return new Text(status.vi(), status.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Text text(Timeliness timeliness) {
        String vi = switch (timeliness) {
            case DONE_EARLY -> "hoàn thành trước hạn";
            case ON_TIME -> "hoàn thành đúng hạn";
            case LATE -> "hoàn thành quá hạn";
            case NOT_STARTED -> "chưa bắt đầu";
            case WITHIN_TIME -> "trong hạn";
            case DUE_SOON -> "sắp đến hạn";
            case OVERDUE -> "quá hạn";
            case KEPT_UP -> "cập nhật đều";
            case UPDATE_LATE -> "chậm cập nhật";
            case NO_DEADLINE -> "chưa xác định thời hạn";
            case DROPPED -> "không thực hiện nữa";
        };
        return new Text(vi, timeliness.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
