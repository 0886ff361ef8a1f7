package vn.monitoring.report.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A survey as its unit sees it.
///
/// @param link what people open; also in the QR image
@Schema(name = "Survey")
public record SurveyResponse(
        UUID id,
        String unitCode,
        String field,
        String period,
        String question,
        int satisfiedFrom,
        String link,
        SurveyStatus status,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        Ratio result,
        long version) {

    /// @param satisfied the numerator
    /// @param answers the denominator
    /// @param percent rounded to two decimals; null without answers
    @Schema(name = "SurveyRatio")
    public record Ratio(
            long satisfied, long answers, @Nullable BigDecimal percent) {

        static final Ratio NONE = of(0, 0);

        static Ratio of(long satisfied, long answers) {
            return new Ratio(
                    satisfied,
                    answers,
                    answers == 0
                            ? null
                            : BigDecimal.valueOf(100 * satisfied)
                                    .divide(BigDecimal.valueOf(answers), 2, RoundingMode.HALF_UP));
        }

        Ratio plus(Ratio other) {
            return of(satisfied + other.satisfied, answers + other.answers);
        }
    }

    /// The surveys of one unit, period and field together.
    @Schema(name = "SurveyResult")
    public record Result(String unitCode, String period, String field, Ratio ratio) {}

    /// @param total the ratio of the sums of all results
    @Schema(name = "SurveyResults")
    public record Results(List<Result> items, Ratio total) {}

    /// What people see who open the link.
    @Schema(name = "PublicSurvey")
    public record ForPublic(String unitName, String question, int lowest, int highest, SurveyStatus status) {}

    static SurveyResponse from(Survey survey, String link, Ratio result) {
        return new SurveyResponse(
                survey.id(),
                survey.unitCode(),
                survey.field(),
                survey.period(),
                survey.question(),
                survey.satisfiedFrom(),
                link,
                survey.status(),
                survey.openedAt(),
                survey.openedBy(),
                survey.closedAt(),
                survey.closedBy(),
                result,
                survey.version());
    }
}
