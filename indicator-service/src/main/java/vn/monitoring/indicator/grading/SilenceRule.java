package vn.monitoring.indicator.grading;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Nothing verified for two periods: not enough data. Before the first two periods are over: not due yet.
final class SilenceRule {

    private final GradingPolicy policy;

    SilenceRule(GradingPolicy policy) {
        this.policy = policy;
    }

    /// Null while the last figure is recent enough to be judged.
    @Nullable
    Verdict judge(GradingCase about) {
        Observation latest = about.latest();
        LocalDate heard = latest == null ? about.watchedSince().minusDays(1) : latest.asOf();
        boolean silent = about.date().isAfter(plusMonths(heard, policy.silentPeriods() * about.periodMonths()));
        if (latest == null) {
            return silent ? nothingEver(about) : notYet(about);
        }
        return silent ? nothingSince(latest.asOf()) : null;
    }

    /// The end of a month leads to the end of a month: 30 June and six months are 31 December.
    private static LocalDate plusMonths(LocalDate date, int months) {
        boolean monthEnd = date.equals(YearMonth.from(date).atEndOfMonth());
        LocalDate later = date.plusMonths(months);
        return monthEnd ? YearMonth.from(later).atEndOfMonth() : later;
    }

    private static Verdict notYet(GradingCase about) {
        return Verdict.grey(
                GradeStatus.NOT_DUE,
                "Chưa có số liệu; theo dõi từ ngày %s, chưa đến kỳ đánh giá."
                        .formatted(Numbers.day(about.watchedSince())),
                "No figure yet; watched since %s, not due for judging.".formatted(Numbers.day(about.watchedSince())));
    }

    private Verdict nothingEver(GradingCase about) {
        return Verdict.grey(
                GradeStatus.NO_DATA,
                "Chưa có số liệu nào được xác nhận qua %d kỳ kể từ ngày %s: chưa đủ dữ liệu. Hãy gửi và xác nhận số liệu."
                        .formatted(policy.silentPeriods(), Numbers.day(about.watchedSince())),
                "No figure was verified in %d periods since %s: not enough data. Submit and verify a figure."
                        .formatted(policy.silentPeriods(), Numbers.day(about.watchedSince())));
    }

    private Verdict nothingSince(LocalDate lastHeard) {
        return Verdict.grey(
                GradeStatus.NO_DATA,
                "Không có số liệu được xác nhận trong %d kỳ gần nhất (lần cuối ngày %s): chưa đủ dữ liệu. Hãy gửi và xác nhận số liệu."
                        .formatted(policy.silentPeriods(), Numbers.day(lastHeard)),
                "No figure was verified in the last %d periods (the last is of %s): not enough data. Submit and verify a figure."
                        .formatted(policy.silentPeriods(), Numbers.day(lastHeard)));
    }
}
