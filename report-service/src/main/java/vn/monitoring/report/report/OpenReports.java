package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.regime.OpenPeriods;
import vn.monitoring.report.regime.Section;

/// Lets consolidation add to a report that is being written. Within the caller's transaction.
@ApplicationScoped
public class OpenReports {

    private final ReportAccess access;
    private final ReportContents contents;
    private final OpenPeriods periods;
    private final EntityManager entities;
    private final Clock clock;

    OpenReports(
            ReportAccess access, ReportContents contents, OpenPeriods periods, EntityManager entities, Clock clock) {
        this.access = access;
        this.contents = contents;
        this.periods = periods;
        this.entities = entities;
        this.clock = clock;
    }

    /// @throws vn.monitoring.kit.problem.Problem NOT_FOUND
    public void requireInSight(UUID id) {
        access.get(id);
    }

    /// The report, for a step of its sender's people that may touch any part of it; counts as an edit.
    public OpenReport openWhole(UUID id, @Nullable String ifMatch) {
        ReportView view = access.forSender(id);
        ETags.requireMatch(ifMatch, view.report().version());
        view.report().requireOpen(ReportPart.WHOLE);
        view.report().markEdited(clock.instant());
        entities.flush();
        Obligation owed = view.obligation();
        return new OpenReport(
                id,
                owed.unitCode(),
                owed.period().key(),
                periods.get(owed.regimeId(), owed.period()).block());
    }

    /// Puts text that was gathered from other reports into a section of its own, right after the one of that content.
    /// People may edit it; gathered anew, the text as gathered is replaced and theirs stays.
    public void putGathered(UUID id, Section.Content after, String title, String text) {
        contents.putGathered(id, after, title, text);
    }
}
