package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.obligation.Obligations;
import vn.monitoring.report.regime.OpenPeriod;
import vn.monitoring.report.regime.OpenPeriods;

/// Puts a report together for reading, and lists reports.
@ApplicationScoped
class ReportReader {

    private final ReportRepository reports;
    private final ReportContents contents;
    private final Changes changes;
    private final Obligations obligations;
    private final OpenPeriods periods;
    private final Clock clock;

    ReportReader(
            ReportRepository reports,
            ReportContents contents,
            Changes changes,
            Obligations obligations,
            OpenPeriods periods,
            Clock clock) {
        this.reports = reports;
        this.contents = contents;
        this.changes = changes;
        this.obligations = obligations;
        this.periods = periods;
        this.clock = clock;
    }

    /// The report with its sections, figures and what has changed since.
    @Transactional
    ReportResponse read(ReportView view) {
        UUID id = view.report().id();
        Figures figures = contents.figures(id);
        OpenPeriod period =
                periods.get(view.obligation().regimeId(), view.obligation().period());
        return ReportResponse.from(
                view,
                contents.sections(id),
                figures,
                contents.reviews(id),
                changes.since(view.obligation(), period.block(), figures),
                LocalDate.now(clock));
    }

    @Transactional
    Page<ReportResponse.Summary> list(
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable String period,
            @Nullable ReportStatus status,
            @Nullable String cursor,
            int limit) {
        Page<Obligation> page = obligations.listReported(
                unitCode, regimeId, period, status == null ? null : status.toObligationStatus(), cursor, limit);
        List<UUID> ids = page.items().stream().map(Obligation::id).toList();
        Map<UUID, Report> byId =
                reports.list("id in ?1", ids).stream().collect(Collectors.toMap(Report::id, Function.identity()));
        LocalDate today = LocalDate.now(clock);
        return page.map(
                obligation -> ReportResponse.Summary.from(new ReportView(report(byId, obligation), obligation), today));
    }

    private static Report report(Map<UUID, Report> byId, Obligation obligation) {
        Report report = byId.get(obligation.id());
        if (report == null) {
            throw new IllegalStateException("obligation " + obligation.id() + " has no report");
        }
        return report;
    }
}
