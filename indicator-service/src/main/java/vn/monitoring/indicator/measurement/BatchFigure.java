package vn.monitoring.indicator.measurement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.BatchRow;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// One figure of a batch as it was sent, read but not judged.
///
/// @param indicatorId   names the indicator, or else
/// @param unitCode      the unit whose plan in force holds it, with
/// @param canonicalCode the catalogue's entry that it is linked to
/// @param period        the period's key as sent
record BatchFigure(
        int row,
        @Nullable UUID indicatorId,
        @Nullable String unitCode,
        @Nullable String canonicalCode,
        String period,
        Figures figures,
        Measurement.Remarks remarks) {

    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_NOTE = 2000;

    /// @throws Problem 422 naming every field that cannot be read
    static BatchFigure read(BatchRow row) {
        Fields fields = new Fields(row.fields());
        UUID indicatorId = fields.uuid("indicatorId");
        String unitCode = fields.text("unitCode", 150);
        String canonicalCode = fields.text("canonicalCode", 100);
        if (indicatorId == null && (unitCode == null || canonicalCode == null) && fields.fine("indicatorId")) {
            fields.refuse(
                    "indicatorId",
                    "Cần indicatorId, hoặc unitCode cùng canonicalCode.",
                    "Needed: indicatorId, or unitCode together with canonicalCode.");
        }
        String period = fields.text("period", 20);
        LocalDate asOf = fields.date("asOf");
        BigDecimal numerator = fields.number("numerator");
        BigDecimal denominator = fields.number("denominator");
        BigDecimal value = fields.number("value");
        Boolean cumulative = fields.bool("cumulative");
        Measurement.Remarks remarks =
                new Measurement.Remarks(fields.text("source", LONGEST_SOURCE), fields.text("note", LONGEST_NOTE));
        if (period == null) {
            fields.refuse("period", "Thiếu kỳ.", "The period is missing.");
        }
        if (asOf == null && fields.fine("asOf")) {
            fields.refuse("asOf", "Thiếu ngày chốt số liệu.", "The as-of date is missing.");
        }
        if (fields.problem != null || period == null || asOf == null) {
            throw fields.problem();
        }
        return new BatchFigure(
                row.number(),
                indicatorId,
                unitCode,
                canonicalCode,
                period,
                new Figures(numerator, denominator, value, cumulative, asOf),
                remarks);
    }

    /// Reads fields and gathers what is wrong with them.
    private static final class Fields {

        private final Map<String, String> texts;
        private @Nullable Problem problem;

        Fields(Map<String, String> texts) {
            this.texts = texts;
        }

        Problem problem() {
            if (problem == null) {
                problem = new Problem(
                        MeasurementProblem.MEASUREMENT_INVALID,
                        "Dòng này chưa được ghi. Hãy sửa các trường nêu trong danh sách vi phạm rồi gửi lại.",
                        "This row was not written. Correct the fields named in the violations and send it again.");
            }
            return problem;
        }

        void refuse(String field, String vi, String en) {
            problem().violation("body", field, new Text(vi, en));
        }

        /// Nothing was found wrong with the field.
        boolean fine(String field) {
            return problem == null
                    || problem.violations().stream()
                            .noneMatch(violation -> violation.field().equals(field));
        }

        @Nullable
        String text(String field, int longest) {
            String text = texts.get(field);
            if (text != null && text.length() > longest) {
                refuse(field, "Dài hơn %d ký tự.".formatted(longest), "Longer than %d characters.".formatted(longest));
                return null;
            }
            return text;
        }

        @Nullable
        UUID uuid(String field) {
            String text = texts.get(field);
            try {
                return text == null ? null : UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                refuse(field, "Không phải mã định danh (UUID).", "Not a UUID.");
                return null;
            }
        }

        @Nullable
        LocalDate date(String field) {
            String text = texts.get(field);
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException e) {
                refuse(field, "Không phải ngày dạng 2026-09-30.", "Not a date like 2026-09-30.");
                return null;
            }
        }

        @Nullable
        BigDecimal number(String field) {
            String text = texts.get(field);
            if (text == null) {
                return null;
            }
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                refuse(field, "Không phải số dạng 72.1.", "Not a number like 72.1.");
                return null;
            }
        }

        @Nullable
        Boolean bool(String field) {
            String text = texts.get(field);
            if (text == null || text.equals("true") || text.equals("false")) {
                return text == null ? null : Boolean.valueOf(text);
            }
            refuse(field, "Chỉ nhận true hoặc false.", "Only true or false.");
            return null;
        }
    }
}
