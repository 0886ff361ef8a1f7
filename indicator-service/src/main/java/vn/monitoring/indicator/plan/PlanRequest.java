package vn.monitoring.indicator.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.Block;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// The part `plan` of an import: what the plan's document says of itself.
///
/// @param number blank or with a blank number (`-KH/ĐU`) while the document has none
/// @param horizonStart a year, or the first day
/// @param horizonEnd a year, or the last day
/// @param supersedes number of the plan that this one replaces
/// @param parentPlanId the plan above it: of a unit above, or another one of the same unit
/// @param parentNumber number of the plan above it; it may come in later
/// @param status DRAFT for a new plan that is not to be followed before its activation; in force when left out
/// @param effectiveFrom first day of changed targets, when an existing plan is imported again; today by default
/// @param decisionDocument the document by which targets were changed
/// @param statements what the plan's prose says of indicators of its table, to be compared with it
@Schema(
        name = "PlanRequest",
        examples =
                "{\"unitCode\":\"10675\",\"block\":\"DANG\",\"docType\":\"Kế hoạch hành động\",\"number\":\"08-KH/ĐU\","
                        + "\"issuedOn\":\"2025-09-08\",\"title\":\"Kế hoạch thực hiện Nghị quyết số 57-NQ/TW\","
                        + "\"horizonStart\":\"2025\",\"horizonEnd\":\"2045\"}")
record PlanRequest(
        @Schema(examples = "10675") @NotBlank @Size(max = 150)
        String unitCode,

        @NotNull Block block,

        @Schema(examples = "Kế hoạch hành động") @NotBlank @Size(max = 100)
        String docType,

        @Schema(examples = "08-KH/ĐU") @Size(max = 100) @Nullable
        String number,

        @Schema(examples = "2025-09-08") @Nullable LocalDate issuedOn,
        @NotBlank @Size(max = 1000) String title,
        @Size(max = 300) @Nullable String issuer,
        @Schema(examples = "2026") @Nullable Integer planYear,

        @Schema(examples = {"2025", "2025-01-01"}) @NotNull @Pattern(regexp = YEAR_OR_DAY)
        String horizonStart,

        @Schema(examples = {"2045", "2045-12-31"}) @NotNull @Pattern(regexp = YEAR_OR_DAY)
        String horizonEnd,

        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 300) String> legalBases,
        @Size(max = 100) @Nullable String supersedes,
        @Nullable UUID parentPlanId,

        @Schema(examples = "13-KH/TU") @Size(max = 100) @Nullable
        String parentNumber,

        @Schema(enumeration = "DRAFT") @Pattern(regexp = "DRAFT") @Nullable
        String status,

        @Nullable LocalDate effectiveFrom,
        @Size(max = 300) @Nullable String decisionDocument,
        @Size(max = 500) @Nullable List<@Valid @NotNull ProseStatement> statements) {

    static final String YEAR_OR_DAY = "20\\d\\d(-\\d\\d-\\d\\d)?";

    /// @param at where the fields stand in the request, `plan.` or nothing
    /// @throws Problem PLAN_INVALID when the years contradict each other
    PlanHeader header(String at) {
        LocalDate start = day(horizonStart, at + "horizonStart", "-01-01");
        LocalDate end = day(horizonEnd, at + "horizonEnd", "-12-31");
        if (end.isBefore(start)) {
            throw invalid(
                    at + "horizonEnd", "Thời kỳ kết thúc trước khi bắt đầu.", "The horizon ends before it begins.");
        }
        if (planYear != null && (planYear < start.getYear() || planYear > end.getYear())) {
            throw invalid(
                    at + "planYear",
                    "Năm kế hoạch nằm ngoài thời kỳ của kế hoạch.",
                    "The plan's year lies outside of its horizon.");
        }
        PlanHeader header = new PlanHeader(
                unitCode.strip(),
                block,
                Vietnamese.clean(docType),
                cleaned(number),
                issuedOn,
                Vietnamese.clean(title),
                cleaned(issuer),
                planYear,
                start,
                end,
                legalBases == null
                        ? List.of()
                        : legalBases.stream().map(Vietnamese::clean).toList(),
                cleaned(supersedes),
                cleaned(parentNumber));
        if (header.supersedes() != null
                && PlanIdentity.numberKey(header.supersedes()).isPresent()
                && PlanIdentity.numberKey(header.supersedes()).equals(PlanIdentity.numberKey(header.number()))) {
            throw invalid(at + "supersedes", "Kế hoạch không thể thay thế chính nó.", "A plan cannot replace itself.");
        }
        return header;
    }

    /// Whether a new plan is to be a draft.
    boolean asDraft() {
        return status != null;
    }

    private static LocalDate day(String text, String field, String restOfYear) {
        try {
            return LocalDate.parse(text.length() == 4 ? text + restOfYear : text);
        } catch (DateTimeException e) {
            throw invalid(field, "Không có ngày này.", "There is no such day.");
        }
    }

    private static @Nullable String cleaned(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = Vietnamese.clean(text);
        return clean.isEmpty() ? null : clean;
    }

    private static Problem invalid(String field, String vi, String en) {
        return new Problem(
                        PlanProblem.PLAN_INVALID,
                        "Thông tin kế hoạch chưa đúng; hãy sửa trường được nêu rồi gửi lại.",
                        "The description of the plan is not right; correct the field and send again.")
                .violation("body", field, new Text(vi, en));
    }
}
