package vn.monitoring.bench.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.bench.faults.check.Checker;
import vn.monitoring.bench.faults.work.Recording;
import vn.monitoring.client.Screen;
import vn.monitoring.local.Platform;
import vn.monitoring.local.backup.Backup;
import vn.monitoring.local.backup.Manifest;
import vn.monitoring.local.backup.Restore;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.RuntimeFolder;

/// The backup that is taken in the middle of a run, while clients write, and the proof that another platform is as at
/// that moment when it is restored there.
final class Drill {

    private static final Duration UNTIL_SETTLED = Duration.ofSeconds(90);

    /// Between the moment that the backup names and the restore point itself.
    private static final Duration UNCERTAIN = Duration.ofSeconds(2);

    private final Path backup;
    private final Path restored;
    private final RuntimeFolder programs;
    private final Screen screen;
    private Instant point = Instant.MIN;

    /// @param folder where the backup and the restored platform are put
    Drill(Path folder, RuntimeFolder programs, Screen screen) {
        this.backup = folder.resolve("backup");
        this.restored = folder.resolve("restored");
        this.programs = programs;
        this.screen = screen;
    }

    void backUp(Site site) {
        Manifest manifest =
                Backup.of(site.home(), site.ports(), Progress.silent()).to(backup);
        point = Instant.parse(manifest.takenAt());
        screen.line("     %5.0f s  backed up in %.1f s, events waited for %.0f ms"
                .formatted(screen.seconds(), manifest.seconds(), manifest.heldMillis()));
    }

    /// Restores into a home of its own, lets the consumers go on from their positions, and looks at what there is.
    ///
    /// @param recording of the whole run
    List<CheckResult> restore(Recording recording) {
        Home home = new Home(restored);
        Restore.from(backup, programs, Progress.silent()).into(home);
        Ports ports = Ports.free();
        List<CheckResult> results = new ArrayList<>();
        try (Platform platform = Platform.in(restored, ports, programs, false, Progress.silent())) {
            platform.start();
            Site site = new Site(home, ports);
            try (Checker checker = new Checker(site, recording.asOf(point, point.plus(UNCERTAIN)))) {
                results.add(checker.settle(UNTIL_SETTLED));
                results.addAll(checker.checkWhatIsKept());
            }
            results.add(AuditWhole.check(site));
        }
        return results.stream()
                .map(result -> result.named("Restored: " + result.name()))
                .toList();
    }
}
