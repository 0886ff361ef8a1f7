package vn.monitoring.report.obligation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How complete and how punctual a period is, counted over the senders in sight.
///
/// @param expected senders that owe a report
/// @param completeness percent of them that have sent it (submitted or accepted)
/// @param timeliness percent of them that have sent it on time
/// @param missing unit codes that have not sent it
@Schema(name = "ReportObligationSummary")
public record ObligationSummary(
        UUID regimeId,
        String regimeName,
        String period,
        LocalDate cutOffOn,
        long expected,
        long open,
        long drafted,
        long submitted,
        long accepted,
        long returned,
        long onTime,
        long late,
        long overdue,
        BigDecimal completeness,
        BigDecimal timeliness,
        List<String> missing) {

    static ObligationSummary from(@Nullable Object[] row) {
        long expected = count(row, 4);
        long submitted = count(row, 7);
        long accepted = count(row, 8);
        long onTime = count(row, 10);
        Object missing = row[13];
        return new ObligationSummary(
                UUID.fromString(String.valueOf(row[0])),
                String.valueOf(row[1]),
                String.valueOf(row[2]),
                LocalDate.parse(String.valueOf(row[3])),
                expected,
                count(row, 5),
                count(row, 6),
                submitted,
                accepted,
                count(row, 9),
                onTime,
                count(row, 11),
                count(row, 12),
                percent(submitted + accepted, expected),
                percent(onTime, expected),
                missing == null ? List.of() : List.of(missing.toString().split(",", -1)));
    }

    private static long count(@Nullable Object[] row, int column) {
        return row[column] instanceof Number number ? number.longValue() : 0;
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
