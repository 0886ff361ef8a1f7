package vn.monitoring.report.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.obligation.ReportFacts;

/// Tells senders that have not sent, each step once; lists what was told.
@ApplicationScoped
class Notices {

    private static final Logger LOG = Logger.getLogger(Notices.class);

    private final NoticeStore store;
    private final ReportFacts facts;
    private final WorkCalendar workCalendar;
    private final Scope scope;
    private final Clock clock;

    Notices(NoticeStore store, ReportFacts facts, WorkCalendar workCalendar, Scope scope, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.workCalendar = workCalendar;
        this.scope = scope;
        this.clock = clock;
    }

    /// Tells each sender the newest step that has come and was not told yet; how many notices. After a downtime the
    /// steps missed are passed over.
    @Transactional
    int tellDue() {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        int told = 0;
        for (NoticeStore.Group group : store.unsent(today)) {
            Optional<NoticeStep> step = NoticeStep.newest(group.reminders(), group.dueOn(), today, workCalendar);
            if (step.isPresent()) {
                List<UUID> ids = store.add(group, step.get(), now);
                facts.tellNotice(
                        ids,
                        step.get().kind().told(),
                        new ReportFacts.Notice(step.get().level(), step.get().days()),
                        now);
                told += ids.size();
            }
        }
        if (told > 0) {
            LOG.infof("%d notices told to senders that have not sent", told);
        }
        return told;
    }

    Page<NoticeResponse> list(
            @Nullable String unitCode,
            @Nullable UUID regimeId,
            @Nullable NoticeKind kind,
            @Nullable Integer level,
            @Nullable String cursor,
            int limit) {
        if (unitCode != null) {
            scope.require(unitCode);
        }
        NoticeStore.Filter filter = new NoticeStore.Filter(scope.paths(), unitCode, regimeId, kind, level);
        List<NoticeResponse> rows = store.list(filter, Cursor.decode(cursor, 2), limit + 1);
        return Page.of(rows, limit, NoticeStore::after);
    }
}
