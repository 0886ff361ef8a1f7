package vn.monitoring.task.worklist;

import java.util.Arrays;
import java.util.List;

/// A part of a query's condition with its parameters in order.
record SqlCondition(String sql, List<Object> parameters) {

    static SqlCondition of(String sql, Object... parameters) {
        return new SqlCondition(sql, Arrays.asList(parameters));
    }
}
