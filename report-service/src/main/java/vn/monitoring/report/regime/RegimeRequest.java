package vn.monitoring.report.regime;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.period.CutOffRule;
import vn.monitoring.report.period.CutOffRule.Basis;
import vn.monitoring.report.period.DueDay;
import vn.monitoring.report.period.DueRule;
import vn.monitoring.report.regime.Section.Content;

/// A new regime as a client sends it; what is left out follows the decree.
@Schema(name = "RegimeRequest")
public record RegimeRequest(
        @NotBlank @Size(max = 300) @Schema(examples = "Báo cáo định kỳ thực hiện Nghị quyết 57 của cấp xã")
        String name,

        @NotBlank @Size(max = 64) @Schema(examples = "31") String receiverUnitCode,
        @NotNull SenderRule senderRule,

        @Nullable @Size(max = 5000) @Schema(description = "unit codes, for the rule LISTED")
        List<@NotBlank @Size(max = 64) String> senders,

        @NotEmpty @Size(max = 5) List<@NotNull Frequency> frequencies,
        @NotNull Basis calendar,

        @Nullable
        @Min(1)
        @Max(CutOffRule.LAST_CONFIGURABLE_DAY)
        @Schema(description = "last day of a period in its last month, for the calendar DECREE; 14 when left out")
        Integer cutOffDay,

        @Nullable @Valid Due due,

        @Nullable @Size(max = 30) @Schema(description = "the outline; the standard one when left out")
        List<@NotNull @Valid SectionRequest> sections,

        @Nullable
        @Pattern(regexp = "DANG|CHINH_QUYEN|HDND|MTTQ")
        @Schema(description = "only plans of this block; all of them when left out")
        String block) {

    /// When the report is due; what is left out follows the regime's calendar.
    @Schema(name = "RegimeDue")
    public record Due(
            @Nullable @Valid Day province,
            @Nullable @Valid Day commune,
            @Nullable @Valid Day agency,

            @Nullable @Min(1) @Max(DueRule.MOST_WORKING_DAYS)
            Integer minimumWorkingDays,

            @Nullable Boolean movesToWorkingDay) {}

    /// A day of the period's last month, or of a later one.
    @Schema(name = "RegimeDueDay")
    public record Day(
            @Min(1) @Max(31) int day,
            @Min(0) @Max(DueDay.MOST_MONTHS_AFTER) int monthsAfter) {

        DueDay toDueDay() {
            return new DueDay(day, monthsAfter);
        }
    }

    /// A part of the outline.
    @Schema(name = "RegimeSection")
    public record SectionRequest(
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60)
            String key,

            @NotBlank @Size(max = 300) String title,
            @NotNull Content content) {}

    List<String> sendersOrNone() {
        return senders == null ? List.of() : senders.stream().distinct().toList();
    }

    CutOffRule cutOffRule() {
        return switch (calendar) {
            case CALENDAR -> CutOffRule.CALENDAR;
            case DECREE -> cutOffDay == null ? CutOffRule.DECREE : new CutOffRule(calendar, cutOffDay);
        };
    }

    DueRule dueRule() {
        DueRule standard = DueRule.standard(calendar);
        if (due == null) {
            return standard;
        }
        return new DueRule(
                due.province() == null ? standard.province() : due.province().toDueDay(),
                due.commune() == null ? standard.commune() : due.commune().toDueDay(),
                due.agency() == null ? standard.agency() : due.agency().toDueDay(),
                due.minimumWorkingDays() == null ? standard.minimumWorkingDays() : due.minimumWorkingDays(),
                due.movesToWorkingDay() == null ? standard.movesToWorkingDay() : due.movesToWorkingDay());
    }

    List<Section> outline() {
        if (sections == null || sections.isEmpty()) {
            return Section.standard("DANG".equals(block) ? Layout.PARTY : Layout.GOVERNMENT);
        }
        return sections.stream()
                .map(section -> new Section(section.key(), section.title(), section.content()))
                .toList();
    }
}
