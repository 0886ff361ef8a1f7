package vn.monitoring.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class TaskStatusTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    STATUS,      ASSIGN,   ACKNOWLEDGE, PROGRESS,    SUBMIT,    COMPLETE,  SEND_BACK, PAUSE,  RESUME,   CANCEL,    SUPERSEDE
                    DRAFT,       ASSIGNED, ,            ,            ,          ,          ,          ,       ,         CANCELLED, SUPERSEDED
                    ASSIGNED,    ,         ACCEPTED,    ,            ,          ,          ,          PAUSED, ,         CANCELLED, SUPERSEDED
                    ACCEPTED,    ,         ,            IN_PROGRESS, ,          ,          ,          PAUSED, ,         CANCELLED, SUPERSEDED
                    IN_PROGRESS, ,         ,            IN_PROGRESS, SUBMITTED, ,          ,          PAUSED, ,         CANCELLED, SUPERSEDED
                    SUBMITTED,   ,         ,            ,            ,          COMPLETED, RETURNED,  ,       ,         ,
                    RETURNED,    ,         ,            IN_PROGRESS, ,          ,          ,          PAUSED, ,         CANCELLED, SUPERSEDED
                    COMPLETED,   ,         ,            ,            ,          ,          ,          ,       ,         ,
                    PAUSED,      ,         ,            ,            ,          ,          ,          ,       ACCEPTED, CANCELLED, SUPERSEDED
                    CANCELLED,   ,         ,            ,            ,          ,          ,          ,       ,         ,
                    SUPERSEDED,  ,         ,            ,            ,          ,          ,          ,       ,         ,
                    """)
    void allowsOnlyTheStepsOfItsLife(ArgumentsAccessor row) {
        TaskStatus status = TaskStatus.valueOf(Objects.requireNonNull(row.getString(0)));
        for (TaskStep step : TaskStep.values()) {
            String expected = row.getString(1 + step.ordinal());
            assertThat(status.after(step, TaskStatus.ACCEPTED).map(Enum::name).orElse(null))
                    .as("%s %s", status, step)
                    .isEqualTo(expected);
        }
    }
}
