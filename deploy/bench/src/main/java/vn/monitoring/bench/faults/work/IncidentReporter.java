package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.monitoring.bench.faults.work.Courier.Brought;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Write;

/// Registers incidents, reports them, adds an update, and has them closed.
final class IncidentReporter extends Actor {

    private static final Duration AGO = Duration.ofHours(1);

    private record NewIncident(
            String unitCode,
            String field,
            String severity,
            Instant detectedAt,
            String title,
            String happened,
            String position) {}

    private record Said(String text) {}

    private record Closure(String cause, String remedy) {}

    private final List<String> units;

    IncidentReporter(Tools tools, List<String> units) {
        super("incidents", Duration.ofMillis(800), tools);
        this.units = units;
    }

    @Override
    void work() {
        String title = nextMarker();
        Brought made = bring(
                "registerIncident",
                "",
                title,
                NationalAccounts.REPORTER,
                Write.post(
                        "/api/v1/incidents",
                        new NewIncident(
                                units.get(random.nextInt(units.size())),
                                "ONLINE_SERVICE",
                                "LOW",
                                Instant.now().minus(AGO),
                                title,
                                "Mất kết nối trong thời gian ngắn.",
                                "Chuyên viên Văn phòng")));
        String id = made.last().id();
        if (!made.isDone() || id == null) {
            return;
        }
        Brought reported = say("reportIncident", id, "first-report", made);
        Brought updated = reported.isDone() ? say("updateIncident", id, "updates", reported) : reported;
        if (updated.isDone()) {
            String marker = nextMarker();
            step(
                    "closeIncident",
                    id,
                    marker,
                    "closure",
                    NationalAccounts.LOADER,
                    updated,
                    new Closure(marker, "Đã xử lý"));
        }
    }

    private Brought say(String operation, String id, String path, Brought before) {
        String marker = nextMarker();
        return step(operation, id, marker, path, NationalAccounts.REPORTER, before, new Said(marker));
    }

    private Brought step(
            String operation, String id, String marker, String path, String user, Brought before, Object body) {
        String etag = before.last().etag();
        return bring(
                operation,
                id,
                marker,
                user,
                Write.post("/api/v1/incidents/" + id + "/" + path, body).ifMatch(etag == null ? "*" : etag));
    }
}
