package vn.monitoring.task.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.monitoring.task.progress.ReceivedUpdate;
import vn.monitoring.task.progress.UpdateWindowFixture;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.TimingParser;

class WarningRuleTest {

    private static final WarningRule RULE = new WarningRule(TimelinessRule.STANDARD);

    @ParameterizedTest(name = "{0} on {1} → {2}")
    @CsvSource({
        "Tháng 4/2026, 2026-04-22, ",
        "Tháng 4/2026, 2026-04-23, DUE_SOON 2026-04-30",
        "Tháng 4/2026, 2026-04-30, DUE_SOON 2026-04-30",
        "Tháng 4/2026, 2026-05-01, OVERDUE 2026-04-30",
        "Tháng 2/2028, 2028-02-29, DUE_SOON 2028-02-29",
        "Tháng 2/2028, 2028-03-01, OVERDUE 2028-02-29",
        "Tháng 2/2027, 2027-03-01, OVERDUE 2027-02-28",
        "Năm 2026, 2026-12-31, DUE_SOON 2026-12-31",
        "Năm 2026, 2027-01-01, OVERDUE 2026-12-31",
        // the next occurrence is another cause
        "Hằng quý, 2026-03-31, DUE_SOON 2026-03-31",
        "Hằng quý, 2026-04-01, ",
        "Hằng quý, 2026-06-30, DUE_SOON 2026-06-30",
        ", 2026-04-30, MISSING_DEADLINE NO_DEADLINE",
        "Thường xuyên, 2026-04-30, ",
        "Theo yêu cầu, 2026-04-30, "
    })
    void seesDeadlinesComeAndPass(@Nullable String timing, LocalDate day, @Nullable String expected) {
        assertThat(judge(task(timing, TaskStatus.IN_PROGRESS, 10, 1, null, null), day))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"PAUSED", "CANCELLED", "SUPERSEDED"})
    void keepsSilentAboutWhatIsHeldOrDropped(TaskStatus status) {
        WatchedTask task = task("Tháng 4/2026", status, 100, 0, 100L, 100L);

        assertThat(judge(task, LocalDate.of(2026, 9, 1))).isEmpty();
    }

    @Test
    void warnsOfDraftsThatNobodyWasGiven() {
        assertThat(judge(task("Tháng 4/2026", TaskStatus.DRAFT, null, 0, null, null), LocalDate.of(2026, 5, 1)))
                .containsExactly("OVERDUE 2026-04-30");
    }

    @ParameterizedTest(name = "{0} % done, {1} attached, {3} of {2} paid → {4}")
    @CsvSource({
        "50, 0, , , ",
        "100, 1, , , ",
        "100, 0, , , MISMATCH DONE_WITHOUT_DELIVERABLE",
        "50, 0, 1000, 700, ",
        "50, 0, 1000, 701, MISMATCH DISBURSED_AHEAD",
        ", 0, 1000, 200, ",
        ", 0, 1000, 201, MISMATCH DISBURSED_AHEAD",
        "90, 1, 1000, 1000, ",
        "100, 1, 1000, 1001, MISMATCH OVERSPENT"
    })
    void holdsProgressMoneyAndDeliverablesAgainstEachOther(
            @Nullable Integer percent,
            int deliverables,
            @Nullable Long allocated,
            @Nullable Long disbursed,
            @Nullable String expected) {
        WatchedTask task = task("Năm 2026", TaskStatus.IN_PROGRESS, percent, deliverables, allocated, disbursed);

        assertThat(judge(task, LocalDate.of(2026, 5, 1))).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void takesTheClaimOfAnUpdateThatLacksItsProof() {
        ReceivedUpdate claim =
                new ReceivedUpdate(LocalDate.of(2026, 4, 10), LocalDate.of(2026, 4, 10), List.of("deliverable"), 100);
        WatchedTask task = with(task("Năm 2026", TaskStatus.IN_PROGRESS, 40, 0, null, null), claim);

        assertThat(judge(task, LocalDate.of(2026, 4, 11)))
                .containsExactly("INSUFFICIENT_DATA MONTHLY_UPDATE", "MISMATCH DONE_WITHOUT_DELIVERABLE");
    }

    @ParameterizedTest(name = "{0} opened {1} on {2} → level {3}")
    @CsvSource({
        "OVERDUE, 2026-01-31, 2026-02-27, 1",
        "OVERDUE, 2026-01-31, 2026-02-28, 2",
        "OVERDUE, 2026-01-31, 2026-03-30, 2",
        "OVERDUE, 2026-01-31, 2026-03-31, 3",
        "OVERDUE, 2027-12-31, 2028-02-29, 3",
        "OVERDUE, 2026-12-05, 2027-01-05, 2",
        "MISMATCH, 2026-12-05, 2027-02-05, 3",
        "DUE_SOON, 2026-01-31, 2026-12-31, 1",
        "MISSING_DEADLINE, 2026-01-31, 2026-12-31, 1"
    })
    void risesWithTheMonthsThatItStands(WarningKind kind, LocalDate openedOn, LocalDate day, int level) {
        assertThat(Finding.of(kind, "cause", null).level(openedOn, day)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, LEAD", "2, 2, DIRECTOR", "3, 3, INSPECTION_COMMISSION", "7, 3, INSPECTION_COMMISSION"})
    void sendsTheMonthlyRuleHigherWithEachMonth(int months, int level, Addressee addressee) {
        LocalDate day = LocalDate.of(2026, 4, 1);
        Finding finding = new Finding(WarningKind.LATE, Finding.MONTHLY_UPDATE, months, List.of(), day);

        assertThat(finding.level(day, day)).isEqualTo(level);
        assertThat(Addressee.of(WarningKind.LATE, level)).isEqualTo(addressee);
        assertThat(Addressee.of(WarningKind.MISSING_DEADLINE, 1)).isEqualTo(Addressee.STANDING_BODY);
    }

    private static List<String> judge(WatchedTask task, LocalDate day) {
        return RULE.judge(task, UpdateWindowFixture.CALENDAR_MONTHS, null, day).stream()
                .map(finding -> finding.kind() + " " + finding.cause())
                .toList();
    }

    private static WatchedTask task(
            @Nullable String timing,
            TaskStatus status,
            @Nullable Integer percent,
            int deliverables,
            @Nullable Long allocated,
            @Nullable Long disbursed) {
        return new WatchedTask(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "10675",
                "10675.VHXH",
                "1",
                "Xây dựng kế hoạch",
                "Phó Chủ tịch UBND phường",
                true,
                TimingParser.parse(timing),
                status,
                percent,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 20),
                null,
                null,
                null,
                deliverables,
                null,
                null,
                allocated == null ? null : BigDecimal.valueOf(allocated),
                disbursed == null ? null : BigDecimal.valueOf(disbursed));
    }

    private static WatchedTask with(WatchedTask task, ReceivedUpdate incomplete) {
        return new WatchedTask(
                task.id(),
                task.planId(),
                task.unitCode(),
                task.responsibleUnitCode(),
                task.number(),
                task.title(),
                task.directorPosition(),
                true,
                task.timing(),
                task.status(),
                task.percent(),
                task.assignedOn(),
                task.updatedOn(),
                null,
                null,
                null,
                task.deliverables(),
                null,
                incomplete,
                null,
                null);
    }
}
