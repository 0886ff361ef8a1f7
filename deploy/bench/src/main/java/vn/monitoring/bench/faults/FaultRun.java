package vn.monitoring.bench.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.bench.faults.check.Checker;
import vn.monitoring.bench.faults.nemesis.Grounds;
import vn.monitoring.bench.faults.nemesis.Schedule;
import vn.monitoring.bench.faults.work.Journal;
import vn.monitoring.bench.faults.work.Recording;
import vn.monitoring.bench.faults.work.Workload;
import vn.monitoring.bench.measure.Machine;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Wait;
import vn.monitoring.local.Platform;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.process.Progress;
import vn.monitoring.local.runtime.Folders;
import vn.monitoring.local.runtime.RuntimeFolder;

/// A run of the fault harness from an empty platform to the proof.
public final class FaultRun {

    private static final Duration WHILE_RECORDING = Duration.ofSeconds(20);
    private static final Duration CALM_BEFORE = Duration.ofSeconds(10);
    private static final Duration UNTIL_CERTAIN = Duration.ofSeconds(90);

    /// The webhook that fails now and then is asked again after pauses that grow.
    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(3);

    private final Path folder;
    private final RuntimeFolder programs;
    private final long seed;
    private final Duration length;
    private final Screen screen;

    /// @param folder of this run's platform and its journal; emptied first
    public FaultRun(Path folder, RuntimeFolder programs, long seed, Duration length, Screen screen) {
        this.folder = folder;
        this.programs = programs;
        this.seed = seed;
        this.length = length;
        this.screen = screen;
    }

    public FaultReport run() {
        Instant begun = Instant.now();
        Machine machine = Machine.here(
                programs.project().postgresVersion(), programs.project().root());
        Folders.delete(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(FaultRun::endEverything));
        recordStartupCaches();
        Drill drill = new Drill(folder, programs, screen);
        List<Strike> strikes;
        List<CheckResult> checks;
        Recording recording;
        screen.step("Starting two of each service");
        try (Grounds grounds = new Grounds(folder.resolve("platform"), programs, Progress.silent())) {
            grounds.platform().start();
            Site site = new Site(new Home(folder.resolve("platform")), grounds.ports());
            try (Journal journal = Journal.at(folder.resolve("journal.ndjson"));
                    Workload workload = Workload.on(site, seed, journal)) {
                screen.step("Preparing what the clients work on");
                workload.prepare();
                workload.start();
                Wait.pause(CALM_BEFORE);
                screen.step("Faults for %d minutes, seed %d".formatted(length.toMinutes(), seed));
                strikes =
                        new Storm(grounds, workload, new Schedule(seed), screen).rage(length, () -> drill.backUp(site));
                screen.step("Letting the clients finish");
                workload.finish(UNTIL_CERTAIN);
                recording = journal.recording();
                checks = prove(site, recording, workload);
            }
        }
        screen.step("Restoring the backup into another platform");
        checks.addAll(drill.restore(recording));
        return new FaultReport(begun, seed, length.toMinutes(), machine, strikes, checks);
    }

    /// Where the platform runs for good, programs come with their start-up caches, recorded at work; so here.
    private void recordStartupCaches() {
        Path home = folder.resolve("once");
        Ports ports = Ports.free();
        try (Platform once = Platform.in(home, ports, programs, true, Progress.silent())) {
            if (once.isRecording()) {
                screen.step("Recording start-up caches, once after a build");
                once.start();
                work(new Site(new Home(home), ports));
            }
        }
    }

    private void work(Site site) {
        try (Journal journal = Journal.at(folder.resolve("recording.ndjson"));
                Workload workload = Workload.on(site, seed, journal)) {
            workload.prepare();
            workload.start();
            Wait.pause(WHILE_RECORDING);
            workload.finish(UNTIL_CERTAIN);
        }
    }

    /// Who is asked to end in the middle leaves no part of his platform behind, not even one that stands still.
    private static void endEverything() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private List<CheckResult> prove(Site site, Recording recording, Workload workload) {
        List<CheckResult> results = new ArrayList<>();
        try (Checker checker = new Checker(site, recording)) {
            screen.step("Waiting until the platform has nothing left to do");
            results.add(checker.settle(UNTIL_SETTLED));
            workload.listenUntil(checker.feedEnd());
            workload.close();
            screen.step("Proving from databases, topics and the clients' journal");
            results.addAll(checker.check());
        }
        results.add(AuditWhole.check(site));
        return results;
    }
}
