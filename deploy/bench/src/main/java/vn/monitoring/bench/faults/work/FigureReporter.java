package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import vn.monitoring.bench.faults.work.Courier.Brought;
import vn.monitoring.bench.faults.work.Slots.Slot;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Json;
import vn.monitoring.client.Write;

/// Submits single figures, revises every other one, and leaves them to the verifier.
final class FigureReporter extends Actor {

    private static final int WHOLE = 1_000;

    /// A figure that awaits verification.
    record Submitted(String id, String etag) {}

    private record NewFigure(
            UUID indicatorId, String period, int numerator, int denominator, LocalDate asOf, String note) {}

    private record Revision(int numerator, int denominator, LocalDate asOf, String note) {}

    private final Slots slots;
    private final Queue<Submitted> submitted;

    FigureReporter(int number, Tools tools, Slots slots, Queue<Submitted> submitted) {
        super("figures" + number, Duration.ofMillis(700), tools);
        this.slots = slots;
        this.submitted = submitted;
    }

    @Override
    void work() {
        Slot slot = slots.take();
        LocalDate asOf = slot.month().atEndOfMonth();
        String marker = nextMarker();
        Brought made = bring(
                "submitMeasurement",
                "",
                marker,
                NationalAccounts.LOADER,
                Write.post(
                        "/api/v1/measurements",
                        new NewFigure(
                                slot.indicator(),
                                slot.month().toString(),
                                random.nextInt(WHOLE),
                                WHOLE,
                                asOf,
                                marker)));
        if (made.last().code().equals("MEASUREMENT_DUPLICATE")) {
            slots.skip(slot);
        }
        String id = made.last().id();
        String etag = made.last().etag();
        if (!made.isDone() || id == null || etag == null) {
            return;
        }
        if (random.nextBoolean()) {
            submitted.add(new Submitted(id, etag));
            return;
        }
        revise(id, etag, asOf);
    }

    private void revise(String id, String etag, LocalDate asOf) {
        String marker = nextMarker();
        Brought revised = change(
                "reviseMeasurement",
                id,
                marker,
                NationalAccounts.LOADER,
                Write.put("/api/v1/measurements/" + id, new Revision(random.nextInt(WHOLE), WHOLE, asOf, marker))
                        .ifMatch(etag),
                () -> FigureNotes.has(tools.door(), id, marker));
        String newEtag = revised.last().etag();
        if (revised.isDone() && newEtag != null) {
            submitted.add(new Submitted(id, newEtag));
        }
    }

    /// Looks through the states of a figure.
    static final class FigureNotes {

        private FigureNotes() {}

        /// Empty when they cannot be read now.
        static Optional<Boolean> has(Door door, String id, String note) {
            Reply now = door.get(NationalAccounts.LOADER, "/api/v1/measurements/" + id);
            Reply before = door.get(NationalAccounts.LOADER, "/api/v1/measurements/" + id + "/history?limit=200");
            if (!now.isDone() || !before.isDone()) {
                return Optional.empty();
            }
            return Optional.of(Json.tree(now.text()).path("note").asText().equals(note)
                    || before.text().contains('"' + note + '"'));
        }
    }
}
