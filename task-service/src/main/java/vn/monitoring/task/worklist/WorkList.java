package vn.monitoring.task.worklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import vn.monitoring.kit.text.Text;

/// The lists of open tasks that people open every morning.
enum WorkList {
    MINE("Việc của tôi", "My tasks"),
    AGENCY("Việc của cơ quan", "My agency's tasks"),
    AWAITING_ACCEPTANCE("Chờ tôi nghiệm thu", "Awaiting my acceptance"),
    DUE_THIS_WEEK("Đến hạn trong tuần", "Due this week"),
    OVERDUE("Quá hạn", "Overdue"),
    WARNED("Đang bị cảnh báo", "Warned"),
    WITHOUT_RECENT_UPDATE("Lâu chưa cập nhật", "Without a recent update");

    /// An update older than this is not recent.
    static final int RECENT_DAYS = 31;

    private final Text title;

    WorkList(String vi, String en) {
        this.title = new Text(vi, en);
    }

    /// By this name a parameter of a request becomes a list.
    /// @throws IllegalArgumentException for any other word
    public static WorkList fromString(String name) {
        for (WorkList list : values()) {
            if (list.parameter().equals(name)) {
                return list;
            }
        }
        throw new IllegalArgumentException("not a work list: " + name);
    }

    /// As requests and answers write it: `due-this-week`.
    @JsonValue
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text title() {
        return title;
    }

    /// Which of the open tasks `t` of the unit `u` stand in the list.
    SqlCondition condition(LocalDate today, Reviewer reviewer) {
        return switch (this) {
            case MINE -> SqlCondition.of("t.status in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED')");
            case AGENCY -> SqlCondition.of("true");
            case AWAITING_ACCEPTANCE -> reviewer.mayAccept();
            case DUE_THIS_WEEK ->
                SqlCondition.of(
                        "t.status not in ('PAUSED', 'SUBMITTED') and t.due_on between ? and ?",
                        today,
                        today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case OVERDUE -> SqlCondition.of("""
                            t.due_on < case t.status when 'SUBMITTED' then t.submitted_on
                                when 'PAUSED' then least(t.paused_on, cast(? as date)) else cast(? as date) end""", today, today);
            case WARNED ->
                SqlCondition.of("exists (select from warning w where w.task_id = t.id and w.closed_on is null)");
            case WITHOUT_RECENT_UPDATE ->
                SqlCondition.of(
                        "t.status in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED')"
                                + " and coalesce(t.update_as_of, t.assigned_on) < ?",
                        today.minusDays(RECENT_DAYS));
        };
    }
}
