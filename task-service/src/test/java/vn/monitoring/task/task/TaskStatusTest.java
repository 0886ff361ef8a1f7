package vn.monitoring.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskStatusTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4} {5} {6}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    STATUS,      ASSIGN,   ACKNOWLEDGE, PROGRESS,    SUBMIT,    COMPLETE,  SEND_BACK
                    DRAFT,       ASSIGNED, ,            ,            ,          ,
                    ASSIGNED,    ,         ACCEPTED,    ,            ,          ,
                    ACCEPTED,    ,         ,            IN_PROGRESS, ,          ,
                    IN_PROGRESS, ,         ,            IN_PROGRESS, SUBMITTED, ,
                    SUBMITTED,   ,         ,            ,            ,          COMPLETED, RETURNED
                    RETURNED,    ,         ,            IN_PROGRESS, ,          ,
                    COMPLETED,   ,         ,            ,            ,          ,
                    """)
    void allowsOnlyTheStepsOfItsLife(
            TaskStatus status,
            @Nullable TaskStatus assigned,
            @Nullable TaskStatus acknowledged,
            @Nullable TaskStatus progressed,
            @Nullable TaskStatus submitted,
            @Nullable TaskStatus completed,
            @Nullable TaskStatus sentBack) {
        assertThat(status.after(TaskStep.ASSIGN).orElse(null)).isEqualTo(assigned);
        assertThat(status.after(TaskStep.ACKNOWLEDGE).orElse(null)).isEqualTo(acknowledged);
        assertThat(status.after(TaskStep.PROGRESS).orElse(null)).isEqualTo(progressed);
        assertThat(status.after(TaskStep.SUBMIT).orElse(null)).isEqualTo(submitted);
        assertThat(status.after(TaskStep.COMPLETE).orElse(null)).isEqualTo(completed);
        assertThat(status.after(TaskStep.SEND_BACK).orElse(null)).isEqualTo(sentBack);
    }
}
