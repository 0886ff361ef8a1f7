package vn.monitoring.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedStateTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "DRAFT, DRAFT",
        "DRAFT ASSIGNED, DRAFT",
        "ASSIGNED ACCEPTED, ASSIGNED",
        "ACCEPTED, ACCEPTED",
        "DRAFT IN_PROGRESS, IN_PROGRESS",
        "DRAFT COMPLETED, IN_PROGRESS",
        "ACCEPTED SUBMITTED, IN_PROGRESS",
        "RETURNED, IN_PROGRESS",
        "RETURNED COMPLETED, IN_PROGRESS",
        "SUBMITTED, SUBMITTED",
        "SUBMITTED COMPLETED, SUBMITTED",
        "COMPLETED, COMPLETED",
        "CANCELLED DRAFT, DRAFT",
        "CANCELLED COMPLETED, COMPLETED",
        "SUPERSEDED SUBMITTED, SUBMITTED",
        "CANCELLED SUPERSEDED, CANCELLED",
        "SUPERSEDED, SUPERSEDED",
        "PAUSED, PAUSED",
        "PAUSED COMPLETED, PAUSED",
        "PAUSED CANCELLED, PAUSED",
        "PAUSED ASSIGNED, ASSIGNED",
        "PAUSED SUBMITTED, IN_PROGRESS",
        "PAUSED ACCEPTED COMPLETED, IN_PROGRESS"
    })
    void takesItsStatusFromItsParts(String parts, TaskStatus expected) {
        assertThat(DerivedState.status(
                        Arrays.stream(parts.split(" ")).map(TaskStatus::valueOf).collect(Collectors.toSet())))
                .isEqualTo(expected);
    }
}
