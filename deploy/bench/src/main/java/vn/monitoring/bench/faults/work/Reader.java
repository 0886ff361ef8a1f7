package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.monitoring.bench.load.NationalAccounts;

/// Reads what people look at most, one after the other.
final class Reader extends Actor {

    private static final String PUBLIC = "/api/v1/public/";

    private final List<String> paths;
    private int next;

    Reader(int number, Tools tools, List<String> paths) {
        super("reader" + number, Duration.ofMillis(500), tools);
        this.paths = paths;
    }

    @Override
    void work() {
        String path = paths.get(next++ % paths.size());
        Instant begun = Instant.now();
        Reply reply = path.startsWith(PUBLIC)
                ? tools.door().getPublic(path)
                : tools.door().get(NationalAccounts.LOADER, path);
        Instant done = Instant.now();
        tools.journal()
                .add(new JournalLine.Asked(
                        name(),
                        path,
                        reply.status(),
                        Duration.between(begun, done).toMillis(),
                        done));
        if (reply.isDone()) {
            noteSuccess(begun);
        }
    }
}
