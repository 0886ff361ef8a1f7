package vn.monitoring.report.draft;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.monitoring.kit.calendar.VietnamCalendar;

/// Drafts what is owed once its cut-off and its opening lie some minutes back: time for the facts that are on their
/// way.
@ApplicationScoped
class DraftingSchedule {

    private static final String ITSELF = "report-service";

    private final OpenDrafts drafts;
    private final Clock clock;
    private final Duration after;

    /// @param after how long after the cut-off
    DraftingSchedule(
            OpenDrafts drafts, Clock clock, @ConfigProperty(name = "monitoring.drafting.after") Duration after) {
        this.drafts = drafts;
        this.clock = clock;
        this.after = after;
    }

    @Scheduled(
            every = "{monitoring.drafting.every}",
            delayed = "20s",
            identity = "draft-open-reports",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void draftWhatIsOpen() {
        Instant settled = clock.instant().minus(after);
        LocalDate day = LocalDate.ofInstant(settled, VietnamCalendar.ZONE);
        drafts.draftAll(new OpenDrafts.Wanted(day, settled, null, null), ITSELF);
    }
}
