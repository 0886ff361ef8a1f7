package vn.monitoring.report.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTaskTest {

    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-06-30");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # status   , due       , submitted , completed , paused    , times due, on time
        COMPLETED  , 2026-03-31, 2026-03-31, 2026-03-31, -         , 1, 1
        COMPLETED  , 2026-03-31, 2026-04-01, 2026-04-01, -         , 1, 0
        COMPLETED  , 2026-03-31, 2025-12-01, 2025-12-01, -         , 1, 1
        IN_PROGRESS, 2026-03-31, -         , -         , -         , 1, 0
        IN_PROGRESS, 2026-06-30, -         , -         , -         , 1, 0
        IN_PROGRESS, 2026-07-01, -         , -         , -         , 0, 0
        IN_PROGRESS, 2025-12-31, -         , -         , -         , 0, 0
        IN_PROGRESS, -         , -         , -         , -         , 0, 0
        SUBMITTED  , 2026-03-31, 2026-03-30, -         , -         , 0, 0
        SUBMITTED  , 2026-03-31, 2026-04-02, -         , -         , 1, 0
        RETURNED   , 2026-03-31, 2026-03-30, -         , -         , 1, 0
        PAUSED     , 2026-03-31, -         , -         , 2026-03-01, 0, 0
        PAUSED     , 2026-03-31, -         , -         , 2026-04-01, 1, 0
        CANCELLED  , 2026-03-31, -         , -         , -         , 0, 0
        SUPERSEDED , 2026-03-31, -         , -         , -         , 0, 0""")
    void countsWhatWasDueOnce(
            String status,
            @Nullable LocalDate due,
            @Nullable LocalDate submitted,
            @Nullable LocalDate completed,
            @Nullable LocalDate paused,
            int timesDue,
            int onTime) {
        DueTask task = new DueTask("DATE", status, due, null, null, null, submitted, completed, paused, List.of());

        assertThat(task.between(FROM, TO)).isEqualTo(new DueTask.Outcome(timesDue, onTime));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # kind             , start     , end       , assigned  , completions                      , times due, on time
        RECURRING_MONTH    , -         , -         , -         , -                                , 6, 0
        RECURRING_MONTH    , -         , -         , -         , 2026-01-31 2026-02-01 2026-02-27 , 6, 2
        RECURRING_MONTH    , -         , -         , 2026-03-01, 2026-03-31 2026-06-30            , 4, 2
        RECURRING_QUARTER  , -         , -         , -         , 2026-03-31 2026-04-01            , 2, 2
        RECURRING_QUARTER  , 2026-04-01, -         , -         , 2026-03-31                       , 1, 0
        RECURRING_QUARTER  , -         , 2026-03-31, -         , -                                , 1, 0
        RECURRING_HALF_YEAR, -         , -         , -         , 2026-05-01                       , 1, 1
        RECURRING_YEAR     , -         , -         , -         , 2026-05-01                       , 0, 0""")
    void countsEachOccurrenceThatEndsInTheStretch(
            String kind,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate assigned,
            @Nullable String completions,
            int timesDue,
            int onTime) {
        List<LocalDate> days = completions == null
                ? List.of()
                : Arrays.stream(completions.split(" ", -1))
                        .map(LocalDate::parse)
                        .toList();
        DueTask task = new DueTask(kind, "IN_PROGRESS", null, start, end, assigned, null, null, null, days);

        assertThat(task.between(FROM, TO)).isEqualTo(new DueTask.Outcome(timesDue, onTime));
    }
}
