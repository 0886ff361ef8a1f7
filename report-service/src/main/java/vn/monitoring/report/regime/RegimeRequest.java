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
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.period.CutOffRule;
import vn.monitoring.report.period.CutOffRule.Basis;
import vn.monitoring.report.period.DueDay;
import vn.monitoring.report.period.DueRule;
import vn.monitoring.report.period.ReportFrequency;
import vn.monitoring.report.regime.Section.Content;

/// A regime as a client sets it; what is left out follows the decree.
@Schema(name = "RegimeRequest", examples = """
            {"name":"Báo cáo định kỳ thực hiện Nghị quyết 57 của cấp xã","receiverUnitCode":"31",\
            "senderRule":"COMMUNES_BELOW_RECEIVER","frequencies":["QUARTER","YEAR"],"calendar":"DECREE",\
            "due":{"commune":{"day":20,"monthsAfter":0}}}""")
public record RegimeRequest(
        @NotBlank @Size(max = 300) @Schema(examples = "Báo cáo định kỳ thực hiện Nghị quyết 57 của cấp xã")
        String name,

        @NotBlank
        @Size(max = 64)
        @Schema(
                description = "the unit that receives, or that keeps the regime when the receiver has a name only",
                examples = "31")
        String receiverUnitCode,

        @Nullable
        @Size(min = 1, max = 300)
        @Schema(
                description =
                        "who receives outside of the platform; each sender's own standing body then notes that it did",
                examples = "Bộ Khoa học và Công nghệ")
        String receiverName,

        @Nullable
        @Size(max = 64)
        @Schema(description = "through which unit, the receiver or one below it, the reports go")
        String consolidatingUnitCode,

        @NotNull SenderRule senderRule,

        @Nullable @Size(max = 5000) @Schema(description = "unit codes, for the rule LISTED")
        List<@NotBlank @Size(max = 64) String> senders,

        @NotEmpty @Size(max = 6) List<@NotNull ReportFrequency> frequencies,
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
        String block,

        @Nullable @Schema(description = "of the documents; PARTY for the block DANG when left out, else GOVERNMENT")
        Layout layout,

        @Nullable @Valid Reminding reminders) {

    /// When senders that have not sent are reminded; what is left out is 3 and 1 before, 1, 7, 14 and 30 after.
    ///
    /// @param before working days before the due date
    /// @param after days after it, each going one level higher
    @Schema(name = "RegimeReminders")
    public record Reminding(
            @Nullable @Size(max = Reminders.MOST_STEPS) List<@NotNull @Min(1) @Max(Reminders.MOST_DAYS) Integer> before,

            @Nullable @Size(max = Reminders.MOST_STEPS)
            List<@NotNull @Min(1) @Max(Reminders.MOST_DAYS) Integer> after) {

        Reminders toReminders() {
            return new Reminders(
                    before == null ? Reminders.STANDARD.before() : before,
                    after == null ? Reminders.STANDARD.after() : after);
        }
    }

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
            @NotNull Content content) {

        public static List<Section> toSections(List<SectionRequest> outline) {
            return outline.stream()
                    .map(section -> new Section(section.key(), section.title(), section.content()))
                    .toList();
        }
    }

    private List<String> sendersOrNone() {
        return senders == null ? List.of() : senders.stream().distinct().toList();
    }

    private CutOffRule cutOffRule() {
        return switch (calendar) {
            case CALENDAR -> CutOffRule.CALENDAR;
            case DECREE -> cutOffDay == null ? CutOffRule.DECREE : new CutOffRule(calendar, cutOffDay);
        };
    }

    private DueRule dueRule() {
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

    RegimeSettings settings() {
        return new RegimeSettings(
                name.strip(),
                receiverName == null ? null : receiverName.strip(),
                consolidatingUnitCode,
                senderRule,
                sendersOrNone(),
                frequencies.stream().distinct().toList(),
                cutOffRule(),
                dueRule(),
                reminders == null ? Reminders.STANDARD : reminders.toReminders(),
                outline(),
                block,
                layoutOrStandard());
    }

    private List<Section> outline() {
        return sections == null || sections.isEmpty()
                ? Section.standard(layoutOrStandard())
                : SectionRequest.toSections(sections);
    }

    private Layout layoutOrStandard() {
        if (layout != null) {
            return layout;
        }
        return "DANG".equals(block) ? Layout.PARTY : Layout.GOVERNMENT;
    }
}
