package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.util.Queue;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Write;

/// Verifies the figures that were submitted, as another person.
final class FigureVerifier extends Actor {

    private record Verification(String note) {}

    private final Queue<FigureReporter.Submitted> submitted;

    FigureVerifier(Tools tools, Queue<FigureReporter.Submitted> submitted) {
        super("verifier", Duration.ofMillis(500), tools);
        this.submitted = submitted;
    }

    @Override
    void work() {
        FigureReporter.Submitted figure = submitted.poll();
        if (figure == null) {
            return;
        }
        String marker = nextMarker();
        bring(
                "verifyMeasurement",
                figure.id(),
                marker,
                NationalAccounts.VERIFIER,
                Write.post("/api/v1/measurements/" + figure.id() + "/verification", new Verification(marker))
                        .ifMatch(figure.etag()));
    }
}
