package vn.monitoring.report.obligation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.period.SenderLevel;

/// How complete and how punctual a period was at the end of a day, counted over the senders in sight.
///
/// @param title what an ad hoc call asks for
/// @param expected senders that owe a report, the denominator of both rates
/// @param sent the numerator of completeness: submitted or accepted
/// @param accepted also while a correction is under way, and consolidated
/// @param onTime the numerator of timeliness
/// @param lapsed units that ceased to be before they sent anything; not among the expected
/// @param completeness percent of the expected that have sent it; null where nothing is expected
/// @param timeliness percent of the expected that have sent it on time
/// @param missing unit codes that have not sent it, the first hundred; all of them are listed by the period's senders
@Schema(name = "ReportObligationSummary")
public record ObligationSummary(
        UUID regimeId,
        String regimeName,
        String period,
        @Nullable String title,
        LocalDate cutOffOn,
        LocalDate asOf,
        long expected,
        long sent,
        long open,
        long drafted,
        long submitted,
        long accepted,
        long returned,
        long onTime,
        long late,
        long overdue,
        long lapsed,
        @Nullable BigDecimal completeness,
        @Nullable BigDecimal timeliness,
        List<String> missing,
        List<Level> levels) {

    static final int MOST_MISSING = 100;

    /// The same of the senders of one level.
    @Schema(name = "ReportObligationLevel")
    public record Level(
            SenderLevel level,
            long expected,
            long sent,
            long accepted,
            long onTime,
            long late,
            long overdue,
            long lapsed,
            @Nullable BigDecimal completeness,
            @Nullable BigDecimal timeliness) {

        static Level from(ObligationStates.Row row) {
            SenderCounts counts = row.counts();
            return new Level(
                    row.level(),
                    counts.expected(),
                    counts.sent(),
                    counts.accepted(),
                    counts.onTime(),
                    counts.late(),
                    counts.overdue(),
                    counts.lapsed(),
                    counts.completeness(),
                    counts.timeliness());
        }
    }

    /// @param levels the rows of one regime and period, at least one
    static ObligationSummary from(List<ObligationStates.Row> levels, LocalDate asOf) {
        ObligationStates.Row first = levels.getFirst();
        SenderCounts all =
                levels.stream().map(ObligationStates.Row::counts).reduce(SenderCounts.NONE, SenderCounts::plus);
        return new ObligationSummary(
                first.regimeId(),
                first.regimeName(),
                first.period(),
                first.title(),
                first.cutOffOn(),
                asOf,
                all.expected(),
                all.sent(),
                all.open(),
                all.drafted(),
                all.submitted(),
                all.accepted(),
                all.returned(),
                all.onTime(),
                all.late(),
                all.overdue(),
                all.lapsed(),
                all.completeness(),
                all.timeliness(),
                levels.stream()
                        .flatMap(row -> row.missing().stream())
                        .sorted()
                        .limit(MOST_MISSING)
                        .toList(),
                levels.stream().map(Level::from).toList());
    }
}
