package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.monitoring.client.Write;

/// One of several people who edit the same few aggregates: reads, adds its word, writes with If-Match, and reads again
/// when somebody was faster. Full sheets are left for the next ones. A word that was acknowledged and is gone is a lost
/// update.
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
    ///
    /// @param isFull whether there is no room for another word
    /// @param with the write that adds the word
    record Page(boolean isFull, Function<String, Write> with) {}

    /// Few, so that editors meet.
    private static final int AT_ONCE = 3;

    private final String user;
    private final List<Sheet> sheets;

    Editor(String name, Tools tools, String user, List<Sheet> sheets) {
        super(name, Duration.ofMillis(1_500), tools);
        this.user = user;
        this.sheets = new ArrayList<>(sheets);
    }

    @Override
    void work() {
        Sheet sheet = sheets.get(random.nextInt(Math.min(AT_ONCE, sheets.size())));
        Optional<Page> page = sheet.read(tools.door());
        if (page.isEmpty()) {
            return;
        }
        if (page.get().isFull() && sheets.size() > 1) {
            sheets.remove(sheet);
            return;
        }
        String marker = nextMarker();
        change(
                sheet.operation(),
                sheet.subject(),
                marker,
                user,
                page.get().with().apply(marker),
                () -> sheet.has(tools.door(), marker));
    }
}
