package vn.monitoring.indicator.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.SixClears.Part;
import vn.monitoring.kit.sheet.Outcome;
import vn.monitoring.kit.text.Text;

/// How complete a plan is on paper ("6 rõ"): what each indicator lacks, by its place in the sheet, and what the plan
/// itself lacks. All of it warnings: none keeps a plan from coming into force.
///
/// @param indicators how many indicators the plan has
/// @param complete how many of them lack nothing
/// @param score how many of the six parts of all indicators are there, in percent with one decimal; null without
/// indicators
@Schema(name = "ActivationReport")
record ActivationReport(
        UUID planId,
        PlanStatus status,
        @Nullable LocalDate activatedOn,
        int indicators,
        int complete,
        @Nullable BigDecimal score,
        List<PartCount> parts,
        List<Missing> missing,
        List<Warning> warnings) {

    @Schema(name = "ActivationPart")
    record PartCount(Part part, Text label, int present, int missing) {}

    /// @param place the cell of the indicator in the sheet that it was imported from
    @Schema(name = "ActivationGap")
    record Missing(
            UUID indicatorId, @Nullable String number, String name, String place, Set<Part> parts, Text message) {}

    /// @param count how many indicators it is about; null when it is about the plan
    @Schema(name = "ActivationWarning")
    record Warning(Code code, @Nullable Integer count, Text message) {}

    /// What a plan as a whole can lack.
    enum Code {
        NO_INDICATORS("Kế hoạch chưa có chỉ tiêu nào.", "The plan has no indicator."),
        NO_NUMBER("Kế hoạch chưa có số, ký hiệu văn bản.", "The plan's document has no number."),
        NO_DATE("Kế hoạch chưa có ngày ban hành.", "The plan's document has no date."),
        NO_LEGAL_BASIS("Kế hoạch chưa nêu căn cứ.", "The plan names no legal basis."),
        NO_PARENT_PLAN(
                "Chưa liên kết với kế hoạch cấp trên; hãy ghi số kế hoạch cấp trên.",
                "It is not linked to the plan above; give that plan's number."),
        NEEDS_DECISION(
                "Có chỉ tiêu chờ người có thẩm quyền quyết định; chúng được chấm tạm thời.",
                "Some indicators wait for a decision; they are graded provisionally.");

        private final Text message;

        Code(String vi, String en) {
            message = new Text(vi, en);
        }
    }

    static ActivationReport of(Plan plan, List<Indicator> indicators, boolean hasUnitAbove, LocalDate day) {
        List<Missing> missing = indicators.stream()
                .map(indicator -> gap(indicator, day))
                .filter(gap -> !gap.parts().isEmpty())
                .toList();
        List<PartCount> parts = Arrays.stream(Part.values())
                .map(part -> {
                    int lacking = (int) missing.stream()
                            .filter(gap -> gap.parts().contains(part))
                            .count();
                    return new PartCount(part, part.label(), indicators.size() - lacking, lacking);
                })
                .toList();
        return new ActivationReport(
                plan.id(),
                plan.status(),
                plan.activatedOn(),
                indicators.size(),
                indicators.size() - missing.size(),
                score(indicators.size(), parts),
                parts,
                missing,
                warnings(plan, indicators, hasUnitAbove));
    }

    private static Missing gap(Indicator indicator, LocalDate day) {
        Set<Part> parts = SixClears.missing(indicator, day);
        return new Missing(
                indicator.id(),
                indicator.number(),
                indicator.name(),
                indicator.place(),
                parts,
                new Text(
                        "Còn thiếu: "
                                + parts.stream().map(part -> part.label().vi()).collect(Collectors.joining("; ")) + ".",
                        "Missing: "
                                + parts.stream().map(part -> part.label().en()).collect(Collectors.joining("; "))
                                + "."));
    }

    private static @Nullable BigDecimal score(int indicators, List<PartCount> parts) {
        if (indicators == 0) {
            return null;
        }
        int present = parts.stream().mapToInt(PartCount::present).sum();
        return BigDecimal.valueOf(100L * present)
                .divide(BigDecimal.valueOf((long) indicators * parts.size()), 1, RoundingMode.HALF_UP);
    }

    private static List<Warning> warnings(Plan plan, List<Indicator> indicators, boolean hasUnitAbove) {
        List<Warning> warnings = new ArrayList<>();
        if (indicators.isEmpty()) {
            warnings.add(warning(Code.NO_INDICATORS, null));
        }
        if (PlanIdentity.numberKey(plan.number()).isEmpty()) {
            warnings.add(warning(Code.NO_NUMBER, null));
        }
        if (plan.issuedOn() == null) {
            warnings.add(warning(Code.NO_DATE, null));
        }
        if (plan.legalBases().isEmpty()) {
            warnings.add(warning(Code.NO_LEGAL_BASIS, null));
        }
        if (hasUnitAbove && plan.parentPlanId() == null) {
            warnings.add(warning(Code.NO_PARENT_PLAN, null));
        }
        int undecided = (int) indicators.stream()
                .filter(indicator -> indicator.outcome() == Outcome.NEEDS_DECISION)
                .count();
        if (undecided > 0) {
            warnings.add(warning(Code.NEEDS_DECISION, undecided));
        }
        return warnings;
    }

    private static Warning warning(Code code, @Nullable Integer count) {
        return new Warning(code, count, code.message);
    }
}
