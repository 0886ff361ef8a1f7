package vn.monitoring.task.worklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;

/// The orders in which tasks are listed; the id decides between equals.
enum TaskSort {
    /// As the tables of the plans.
    PLAN("plan", "t.plan_id", "t.position", false),
    /// The nearest deadline first, what has none last.
    DUE("due", "coalesce(t.due_on, date '9999-12-31')", "0", false),
    LATEST_DUE("-due", "coalesce(t.due_on, date '0001-01-01')", "0", true),
    /// What was updated longest ago first.
    UPDATED("updated", "coalesce(t.update_as_of, t.assigned_on, date '0001-01-01')", "0", false);

    private final String parameter;
    private final String first;
    private final String second;
    private final boolean descending;

    TaskSort(String parameter, String first, String second, boolean descending) {
        this.parameter = parameter;
        this.first = first;
        this.second = second;
        this.descending = descending;
    }

    /// By this name a parameter of a request becomes an order.
    /// @throws IllegalArgumentException for any other word
    public static TaskSort fromString(String name) {
        for (TaskSort sort : values()) {
            if (sort.parameter.equals(name)) {
                return sort;
            }
        }
        throw new IllegalArgumentException("not an order of tasks: " + name);
    }

    /// As requests write it.
    @JsonValue
    public String parameter() {
        return parameter;
    }

    /// The id and the two keys before it.
    String columns() {
        return "t.id, %s as first_key, %s as second_key".formatted(first, second);
    }

    String order() {
        return descending
                ? " order by first_key desc, second_key desc, id desc"
                : " order by first_key, second_key, id";
    }

    /// Which rows come after a place.
    SqlCondition after(Place place) {
        return SqlCondition.of(
                "(%s, %s, t.id) %s (?, ?, ?)".formatted(first, second, descending ? "<" : ">"),
                place.firstKey(),
                place.secondKey(),
                place.id());
    }

    /// A row's place in this order.
    ///
    /// @param firstKey the plan, or a day
    record Place(Object firstKey, int secondKey, UUID id) {

        Cursor cursor(TaskSort sort) {
            return Cursor.at(sort.parameter, firstKey, secondKey, id);
        }
    }

    /// @throws Problem 400 for a cursor of another order or list
    @Nullable
    Place place(@Nullable String text) {
        Cursor cursor = Cursor.decode(text, 4);
        if (cursor == null) {
            return null;
        }
        if (!cursor.keys().getFirst().equals(parameter)) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Con trỏ trang thuộc thứ tự sắp xếp khác; hãy giữ nguyên sort của trang trước.",
                            "The cursor belongs to another order; keep the sort of the page before.")
                    .violation("query", "cursor", new Text("Thuộc thứ tự khác.", "Of another order."));
        }
        Object first = this == PLAN ? cursor.id(1) : cursor.date(1);
        return new Place(first, Math.toIntExact(cursor.number(2)), cursor.id(3));
    }

    /// The class of the first key as the database gives it.
    Class<?> firstKey() {
        return this == PLAN ? UUID.class : LocalDate.class;
    }
}
