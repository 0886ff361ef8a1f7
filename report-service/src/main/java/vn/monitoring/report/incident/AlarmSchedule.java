package vn.monitoring.report.incident;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.monitoring.kit.turn.Turns;

/// Looks for incidents whose 24 hours have run out, also those that ran out while the service was down.
///
/// One replica at a time, some hundred incidents a transaction, until none is left.
@ApplicationScoped
class AlarmSchedule {

    private static final int STEP = 200;

    private final Incidents incidents;
    private final Turns turns;

    AlarmSchedule(Incidents incidents, Turns turns) {
        this.incidents = incidents;
        this.turns = turns;
    }

    @Scheduled(
            every = "{monitoring.incident.alarm-every}",
            delayed = "5s",
            identity = "raise-incident-alarms",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void raiseAlarms() {
        turns.finish("raising alarms", () -> incidents.raiseAlarms(STEP));
    }
}
