package vn.monitoring.report.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.obligation.Punctuality;

/// A report in full.
///
/// @param edition the newest issued edition, null before the first
/// @param acceptedEdition the newest accepted edition
/// @param openParts what may be changed now: `*`, `section:<key>`, `figure:<GRADE|TASK>:<id>`
/// @param changedSince figures for which newer facts are known than the frozen ones; the report itself does not follow
/// them
@Schema(name = "Report")
public record ReportResponse(
        UUID id,
        UUID obligationId,
        UUID regimeId,
        String title,
        String unitCode,
        String receiverUnitCode,
        @Schema(examples = "2026-Q3") String period,
        LocalDate from,
        LocalDate cutOffOn,
        Instant cutOffAt,
        LocalDate dueOn,
        ReportStatus status,
        Punctuality punctuality,
        Instant draftedAt,
        String draftedBy,
        @Nullable Instant editedAt,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy,
        @Nullable Instant returnedAt,
        @Nullable String returnedBy,
        @Nullable String returnReason,
        @Nullable Integer edition,
        @Nullable Integer acceptedEdition,
        List<String> openParts,
        long version,
        List<StoredSection> sections,
        Figures figures,
        List<Review> reviews,
        List<Change> changedSince) {

    /// A report in a list.
    @Schema(name = "ReportSummary")
    public record Summary(
            UUID id,
            UUID obligationId,
            UUID regimeId,
            String title,
            String unitCode,
            String receiverUnitCode,
            String period,
            LocalDate cutOffOn,
            LocalDate dueOn,
            ReportStatus status,
            Punctuality punctuality,
            Instant draftedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant returnedAt,
            long version) {

        static Summary from(ReportView view, LocalDate today) {
            Report report = view.report();
            Obligation obligation = view.obligation();
            return new Summary(
                    report.id(),
                    obligation.id(),
                    obligation.regimeId(),
                    report.title(),
                    obligation.unitCode(),
                    obligation.receiverUnitCode(),
                    obligation.period().key(),
                    obligation.window().cutOff(),
                    obligation.dueOn(),
                    ReportStatus.of(obligation.status()),
                    obligation.punctuality(today),
                    report.draftedAt(),
                    report.submittedAt(),
                    report.acceptedAt(),
                    report.returnedAt(),
                    report.version());
        }
    }

    static ReportResponse from(
            ReportView view,
            List<StoredSection> sections,
            Figures figures,
            List<Review> reviews,
            List<Change> changes,
            LocalDate today) {
        Report report = view.report();
        Obligation obligation = view.obligation();
        return new ReportResponse(
                report.id(),
                obligation.id(),
                obligation.regimeId(),
                report.title(),
                obligation.unitCode(),
                obligation.receiverUnitCode(),
                obligation.period().key(),
                obligation.window().from(),
                obligation.window().cutOff(),
                obligation.window().closedAt(),
                obligation.dueOn(),
                ReportStatus.of(obligation.status()),
                obligation.punctuality(today),
                report.draftedAt(),
                report.draftedBy(),
                report.editedAt(),
                report.submittedAt(),
                report.submittedBy(),
                report.acceptedAt(),
                report.acceptedBy(),
                report.returnedAt(),
                report.returnedBy(),
                report.returnReason(),
                report.edition() == 0 ? null : report.edition(),
                report.acceptedEdition(),
                report.openParts(),
                report.version(),
                sections,
                figures,
                reviews,
                changes);
    }
}
