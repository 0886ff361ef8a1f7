package vn.monitoring.task.warning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/// What is told of a closed month: how many tasks of one lead in one plan had a valid update within its window.
///
/// @param month the month whose window closed: `2026-09`
/// @param expected the tasks judged so far; tasks are only ever added to a closed month
/// @param late those without any update
/// @param version rises with each fact of one lead, plan and month
record UpdateRateState(
        String unitCode, UUID planId, String month, int expected, int valid, int insufficient, int late, long version) {

    static final String TOPIC = "monitoring.update-rate";
    static final String TYPE = "vn.monitoring.update-rate.closed.v1";

    static UpdateRateState of(
            LocalDate month, UUID planId, String unitCode, int expected, int valid, int insufficient) {
        return new UpdateRateState(
                unitCode,
                planId,
                YearMonth.from(month).toString(),
                expected,
                valid,
                insufficient,
                expected - valid - insufficient,
                expected);
    }
}
