package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.monitoring.client.Write;

/// One of several people who edit the same few aggregates: reads, adds its word, writes with If-Match, and reads again
/// when somebody was faster. A word that was acknowledged and is gone is a lost update.
final class Editor extends Actor {

    /// What is edited, and how.
    interface Sheet {

        String operation();

        String subject();

        /// Empty when it cannot be read now.
        Optional<Page> read(Door door);

        /// Whether the word is in it or was in it; empty when that cannot be seen now.
        Optional<Boolean> has(Door door, String marker);
    }

    /// A sheet as it was read.
    interface Page {

        /// The write that adds the word.
        Write with(String marker);
    }

    private final String user;
    private final List<Sheet> sheets;

    Editor(String name, Tools tools, String user, List<Sheet> sheets) {
        super(name, Duration.ofMillis(1_500), tools);
        this.user = user;
        this.sheets = sheets;
    }

    @Override
    void work() {
        Sheet sheet = sheets.get(random.nextInt(sheets.size()));
        Optional<Page> page = sheet.read(tools.door());
        if (page.isEmpty()) {
            return;
        }
        String marker = nextMarker();
        change(
                sheet.operation(),
                sheet.subject(),
                marker,
                user,
                page.get().with(marker),
                () -> sheet.has(tools.door(), marker));
    }
}
