package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Keeps what is owed in step with the units.
@ApplicationScoped
class SenderChanges {

    private static final Logger LOG = Logger.getLogger(SenderChanges.class);

    private final Owing owing;
    private final ReportFacts facts;
    private final Clock clock;

    SenderChanges(Owing owing, ReportFacts facts, Clock clock) {
        this.owing = owing;
        this.facts = facts;
        this.clock = clock;
    }

    /// What tells whether there is anything to follow.
    @Transactional
    String fingerprint() {
        return LocalDate.now(clock) + ":" + owing.fingerprintOfUnits();
    }

    /// Senders that became known after a period was opened owe until the period is due; what units owe that have ceased
    /// to be, and have not sent it, lapses. Both are told.
    @Transactional
    void follow() {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        List<UUID> added = owing.addNewSenders(today, now);
        facts.tell(added, ReportEvent.Kind.OBLIGED, now);
        List<UUID> lapsed = owing.lapse(today);
        facts.tell(lapsed, ReportEvent.Kind.LAPSED, now);
        if (!added.isEmpty() || !lapsed.isEmpty()) {
            LOG.infof("units changed: %d obligations added, %d lapsed", added.size(), lapsed.size());
        }
    }
}
