package vn.monitoring.task.task;

import java.util.UUID;
import vn.monitoring.kit.web.Cursor;

/// A place in the list of tasks: the plan, the place in its table, the id.
record TaskPosition(UUID planId, int place, UUID id) {

    static TaskPosition of(Task task) {
        return new TaskPosition(task.planId(), task.facts().position(), task.id());
    }

    /// @throws IllegalArgumentException when the cursor is not one of this list
    static TaskPosition of(Cursor cursor) {
        return new TaskPosition(
                UUID.fromString(cursor.keys().get(0)),
                Integer.parseInt(cursor.keys().get(1)),
                UUID.fromString(cursor.keys().get(2)));
    }

    Cursor cursor() {
        return Cursor.at(planId, place, id);
    }
}
