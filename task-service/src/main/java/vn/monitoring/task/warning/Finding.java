package vn.monitoring.task.warning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules find wrong with a task on a day.
///
/// @param cause what tells two warnings of a kind apart: the day that is due, the monthly rule, what does not agree
/// @param months of the monthly rule: how many months running; else 1
/// @param fields what the last update lacks
/// @param since the day from which lateness counts; of what is due soon the day it is due
record Finding(
        WarningKind kind,
        String cause,
        int months,
        List<String> fields,
        @Nullable LocalDate since) {

    static final String MONTHLY_UPDATE = "MONTHLY_UPDATE";
    static final String NO_DEADLINE = "NO_DEADLINE";

    static Finding of(WarningKind kind, String cause, @Nullable LocalDate since) {
        return new Finding(kind, cause, 1, List.of(), since);
    }

    /// What at most one open warning of the task has.
    record Key(WarningKind kind, String cause) {}

    Key key() {
        return new Key(kind, cause);
    }

    /// 1 to 3: by the months that were missed, or by the months that the warning has stood.
    int level(LocalDate openedOn, LocalDate day) {
        if (kind.monthly()) {
            return Math.min(months, Addressee.HIGHEST_LEVEL);
        }
        if (!kind.risesWithTime() || day.isBefore(openedOn.plusMonths(1))) {
            return 1;
        }
        return day.isBefore(openedOn.plusMonths(2)) ? 2 : Addressee.HIGHEST_LEVEL;
    }
}
