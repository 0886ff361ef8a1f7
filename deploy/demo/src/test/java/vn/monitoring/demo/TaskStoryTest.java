package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskStoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void neverTellsOfDaysToCome(int position) {
        for (LocalDate due : new LocalDate[] {LocalDate.of(2026, 4, 30), LocalDate.of(2026, 12, 31)}) {
            TaskStory story = TaskStory.of(task("MONTH", due), position, TODAY);
            assertThat(story.assignedOn()).isBefore(TODAY);
            assertThat(story.updates()).isSorted().allSatisfy(day -> {
                assertThat(day).isAfter(story.assignedOn()).isBeforeOrEqualTo(TODAY);
                assertThat(story.percentAt(day)).isBetween(0, 95);
            });
            if (story.submittedOn() != null) {
                assertThat(story.submittedOn()).isBeforeOrEqualTo(TODAY);
            }
        }
    }

    @Test
    void leavesParentsAndUndecidedRowsAlone() {
        Task parent = new Task(
                "t",
                "10675",
                "PARENT",
                "18",
                "Nhiệm vụ",
                timing("MISSING", null),
                "DRAFT",
                "NO_DEADLINE",
                null,
                0,
                0,
                false,
                0);
        assertThat(TaskStory.of(parent, 0, TODAY).assignedOn()).isNull();
    }

    @Test
    void reportsAContinuousTaskEveryMonth() {
        TaskStory story = TaskStory.of(task("CONTINUOUS", null), 0, TODAY);
        assertThat(story.updates()).hasSize(10).last().isEqualTo(LocalDate.of(2026, 11, 12));
        assertThat(story.submittedOn()).isNull();
    }

    @Test
    void stopsReportingSomeOfThem() {
        assertThat(TaskStory.of(task("CONTINUOUS", null), 4, TODAY).updates().getLast())
                .isBefore(LocalDate.of(2026, 8, 1));
    }

    private static Task task(String kind, @Nullable LocalDate due) {
        return new Task(
                "t", "10675", "TASK", "1", "Nhiệm vụ", timing(kind, due), "DRAFT", "NOT_STARTED", null, 0, 0, false, 0);
    }

    private static Task.Timing timing(String kind, @Nullable LocalDate due) {
        return new Task.Timing("…", kind, due, null, null);
    }
}
