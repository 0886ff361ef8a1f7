package vn.monitoring.report.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;

/// The life of an incident: registered, reported and updated by its unit's own people, asked about from above, closed
/// and reopened.
///
/// Each step runs in one transaction with the fact that tells of it.
@ApplicationScoped
class Incidents {

    private static final Logger LOG = Logger.getLogger(Incidents.class);

    private final IncidentRepository incidents;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    Incidents(
            IncidentRepository incidents,
            EntityManager entities,
            Outbox outbox,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.incidents = incidents;
        this.entities = entities;
        this.outbox = outbox;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    IncidentResponse register(IncidentRequest request) {
        scope.require(request.unitCode());
        requireOwn(request.unitCode());
        Instant now = clock.instant();
        if (request.detectedAt().isAfter(now)) {
            throw new Problem(
                            IncidentProblem.DETECTED_IN_FUTURE,
                            "Thời điểm phát hiện phải trước hiện tại. Hãy sửa detectedAt rồi gửi lại.",
                            "The moment of detection lies before now. Correct detectedAt and send it again.")
                    .violation("body", "detectedAt", new Text("Ở tương lai.", "In the future."));
        }
        Incident incident = new Incident(request.nfc(), now, caller.username());
        entities.persist(incident);
        tell(incident, IncidentEvent.Kind.REGISTERED, now);
        alarmIfDue(incident, now);
        return view(incident, now);
    }

    @Transactional
    IncidentResponse get(UUID id) {
        return view(find(id), clock.instant());
    }

    @Transactional
    Page<IncidentResponse> list(
            @Nullable String unit,
            @Nullable IncidentStatus status,
            @Nullable Severity severity,
            @Nullable Boolean overdue,
            @Nullable String cursor,
            int limit) {
        if (unit != null) {
            scope.require(unit);
        }
        Instant now = clock.instant();
        IncidentRepository.Filter filter =
                new IncidentRepository.Filter(scope.paths(), unit, status, severity, overdue, now);
        return Page.of(
                        incidents.listInSight(filter, Cursor.decode(cursor, 2), limit + 1),
                        limit,
                        IncidentRepository::after)
                .map(incident -> IncidentResponse.from(incident, now, null));
    }

    /// Gives the first report. One that comes late is taken all the same, and the alarm is raised before it if nobody
    /// has raised it yet: what is told does not depend on when the clock was looked at.
    @Transactional
    IncidentResponse report(UUID id, String text, @Nullable String ifMatch) {
        Incident incident = locked(id, ifMatch, true);
        require(
                incident.status() == IncidentStatus.REGISTERED,
                "Sự cố đã có báo cáo ban đầu. Hãy gửi bản cập nhật.",
                "The incident has its first report. Send an update.");
        Instant now = clock.instant();
        alarmIfDue(incident, now);
        incident.markReported(now);
        say(incident, IncidentEntry.Kind.FIRST_REPORT, text, now);
        tell(incident, IncidentEvent.Kind.REPORTED, now);
        return view(incident, now);
    }

    @Transactional
    IncidentResponse update(UUID id, String text, @Nullable String ifMatch) {
        Incident incident = locked(id, ifMatch, true);
        requireReported(incident);
        requireOpen(incident);
        Instant now = clock.instant();
        say(incident, IncidentEntry.Kind.UPDATE, text, now);
        tell(incident, IncidentEvent.Kind.UPDATED, now);
        return view(incident, now);
    }

    /// Asks the unit about it; changes nothing that the unit has said.
    @Transactional
    IncidentResponse ask(UUID id, String text, @Nullable String ifMatch) {
        Incident incident = locked(id, ifMatch, false);
        requireOpen(incident);
        Instant now = clock.instant();
        say(incident, IncidentEntry.Kind.QUESTION, text, now);
        tell(incident, IncidentEvent.Kind.ASKED, now);
        return view(incident, now);
    }

    @Transactional
    IncidentResponse close(UUID id, IncidentRequest.Closure closure, @Nullable String ifMatch) {
        Incident incident = locked(id, ifMatch, !caller.has(Role.STANDING_BODY));
        requireReported(incident);
        requireOpen(incident);
        Instant now = clock.instant();
        String cause = Vietnamese.nfc(closure.cause().strip());
        String remedy = Vietnamese.nfc(closure.remedy().strip());
        incident.markClosed(cause, remedy, now, caller.username());
        say(incident, IncidentEntry.Kind.CLOSURE, cause + "\n" + remedy, now);
        tell(incident, IncidentEvent.Kind.CLOSED, now);
        return view(incident, now);
    }

    @Transactional
    IncidentResponse reopen(UUID id, String reason, @Nullable String ifMatch) {
        Incident incident = locked(id, ifMatch, caller.has(Role.UNIT_HEAD) && !directs());
        require(
                incident.status() == IncidentStatus.CLOSED,
                "Sự cố chưa đóng nên không cần mở lại.",
                "The incident is not closed, so there is nothing to reopen.");
        Instant now = clock.instant();
        incident.markReopened();
        say(incident, IncidentEntry.Kind.REOPENING, reason, now);
        tell(incident, IncidentEvent.Kind.REOPENED, now);
        return view(incident, now);
    }

    /// Raises the alarm for incidents whose clock has run out, at most so many; called by one replica at a time.
    ///
    /// @return how many
    @Transactional
    int raiseAlarms(int most) {
        Instant now = clock.instant();
        List<Incident> overdue = incidents.listUnalarmed(now, most);
        overdue.forEach(incident -> alarmIfDue(incident, now));
        return overdue.size();
    }

    private void alarmIfDue(Incident incident, Instant now) {
        if (incident.raiseAlarm(now)) {
            tell(incident, IncidentEvent.Kind.OVERDUE, now);
        }
    }

    private boolean directs() {
        return caller.has(Role.STANDING_BODY) || caller.has(Role.LEADER);
    }

    private Incident find(UUID id) {
        return incidents.findInSight(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    /// @param own whether only people of its unit may do this
    private Incident locked(UUID id, @Nullable String ifMatch, boolean own) {
        Incident incident = find(id);
        entities.refresh(incident, LockModeType.PESSIMISTIC_WRITE);
        if (own) {
            requireOwn(incident.unitCode());
        }
        ETags.requireMatch(ifMatch, incident.version());
        return incident;
    }

    /// The unit is one of the caller's own: neither above nor below.
    private void requireOwn(String unitCode) {
        if (!caller.unitCodes().contains(unitCode)) {
            throw new Problem(
                    IncidentProblem.INCIDENT_NOT_OF_UNIT,
                    "Chỉ người của đơn vị xảy ra sự cố (" + unitCode
                            + ") được làm việc này. Cấp trên có thể gửi câu hỏi.",
                    "Only people of the unit of the incident (" + unitCode + ") do this. From above one may ask.");
        }
    }

    private static void requireReported(Incident incident) {
        if (incident.status() == IncidentStatus.REGISTERED) {
            throw new Problem(
                    IncidentProblem.INCIDENT_UNREPORTED,
                    "Sự cố chưa có báo cáo ban đầu. Hãy gửi báo cáo ban đầu trước.",
                    "The incident has no first report. Give the first report before.");
        }
    }

    private static void requireOpen(Incident incident) {
        require(
                incident.status() != IncidentStatus.CLOSED,
                "Sự cố đã đóng. Hãy mở lại kèm lý do rồi làm tiếp.",
                "The incident is closed. Reopen it with a reason, then go on.");
    }

    private static void require(boolean holds, String vi, String en) {
        if (!holds) {
            throw new Problem(IncidentProblem.INCIDENT_STATUS, vi, en);
        }
    }

    private void say(Incident incident, IncidentEntry.Kind kind, String text, Instant now) {
        incidents.add(
                incident.id(),
                new IncidentEntry(incident.nextEntry(), kind, Vietnamese.nfc(text.strip()), now, caller.username()));
    }

    private void tell(Incident incident, IncidentEvent.Kind kind, Instant now) {
        entities.flush();
        outbox.append(IncidentEvent.of(incident, kind, now));
        LOG.infof("incident %s: %s", incident.id(), kind);
    }

    private IncidentResponse view(Incident incident, Instant now) {
        return IncidentResponse.from(incident, now, incidents.entries(incident.id()));
    }
}
