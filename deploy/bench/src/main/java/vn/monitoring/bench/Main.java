package vn.monitoring.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.monitoring.bench.badinput.BadInput;
import vn.monitoring.bench.badinput.Extent;
import vn.monitoring.bench.badinput.Outcome;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.bench.faults.FaultReport;
import vn.monitoring.bench.faults.FaultRun;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.bench.gateway.GatewaySuite;
import vn.monitoring.bench.indicators.IndicatorSuite;
import vn.monitoring.bench.load.CountryLoad;
import vn.monitoring.bench.load.LoadReport;
import vn.monitoring.bench.reports.ReportSuite;
import vn.monitoring.bench.scale.ScaleReport;
import vn.monitoring.bench.scale.ScaleRun;
import vn.monitoring.bench.scale.ScaleWish;
import vn.monitoring.bench.suite.Measuring;
import vn.monitoring.bench.suite.Suite;
import vn.monitoring.bench.suite.Wish;
import vn.monitoring.bench.tasks.TaskSuite;
import vn.monitoring.bench.upgrade.ReleasedVersion;
import vn.monitoring.bench.upgrade.UpgradeRun;
import vn.monitoring.bench.whole.PlatformSuite;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;
import vn.monitoring.local.runtime.Project;
import vn.monitoring.local.runtime.RuntimeFolder;

/// The commands `load-country`, `bench`, `faults`, `upgrade-test` and `bad-input` of the `platform` script.
///
/// Exit codes: 0 done, 1 something was refused, 2 wrong call, 3 could not go on.
public final class Main {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_CALL = 2;
    private static final int BROKEN_OFF = 3;

    private static final int PLANS_AT_ONCE = 16;

    /// 100,650 in the whole country.
    private static final int TASKS_PER_PLAN = 30;

    private static final int MOST_TASKS_PER_PLAN = 200;
    private static final int FAULT_MINUTES = 10;
    private static final List<Suite<?>> SUITES =
            List.of(new IndicatorSuite(), new TaskSuite(), new ReportSuite(), new GatewaySuite(), new PlatformSuite());
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Main() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(new Arguments(words), new Screen(out)));
    }

    private static int run(Arguments arguments, Screen screen) {
        try {
            Path home = Path.of(arguments.take("--home").orElse(".platform"));
            Path project = Path.of(arguments.take("--project").orElse("."));
            Site site = Site.at(home, arguments.takeNumber("--port-offset"));
            Results results =
                    Results.of(project, screen, arguments.take("--json").map(Path::of));
            if (arguments.rest().startsWith("load-country")) {
                return load(site, arguments, screen, results);
            }
            if (arguments.rest().startsWith("faults")) {
                return faults(home, project, arguments, screen, results);
            }
            if (arguments.rest().startsWith("upgrade-test")) {
                return upgrade(home, project, arguments, screen);
            }
            if (arguments.rest().startsWith("bad-input")) {
                return sendBadInput(site, project, arguments, screen, results);
            }
            if (arguments.rest().startsWith("bench scale")) {
                return scale(home, project, arguments, screen, results);
            }
            for (Suite<?> suite : SUITES) {
                if (arguments.rest().startsWith("bench " + suite.name())) {
                    return measure(suite, new Measuring(site, project, screen), arguments, results);
                }
            }
            if (arguments.rest().equals("bench")) {
                SUITES.forEach(suite -> measure(
                        suite, new Measuring(site, project, screen), new Arguments("bench", suite.name()), results));
                return DONE;
            }
            throw new IllegalArgumentException("unknown command: " + arguments.rest());
        } catch (IllegalArgumentException e) {
            screen.line("Wrong call: " + e.getMessage() + ". See ./platform --help.");
            return WRONG_CALL;
        } catch (ClientFailure failure) {
            screen.line("");
            screen.line("Broken off: " + failure.getMessage());
            return BROKEN_OFF;
        }
    }

    private static int load(Site site, Arguments arguments, Screen screen, Results results) {
        Country country = Country.of(size(arguments));
        List<ReportingPeriod> periods = arguments
                .takeList("--periods")
                .map(keys -> keys.stream()
                        .filter(key -> !key.equals("none"))
                        .map(ReportingPeriod::of)
                        .toList())
                .orElseGet(() -> List.of(ReportingPeriod.lastQuarter(LocalDate.now(ZONE))));
        int tasksPerPlan = arguments.takeNumber("--tasks-per-plan").orElse(TASKS_PER_PLAN);
        if (tasksPerPlan < 0 || tasksPerPlan > MOST_TASKS_PER_PLAN) {
            throw new IllegalArgumentException("--tasks-per-plan takes a number from 0 to " + MOST_TASKS_PER_PLAN);
        }
        int width = arguments.takeNumber("--width").orElse(PLANS_AT_ONCE);
        requireNothingLeft(arguments, "load-country");
        try (Api api = site.api()) {
            LoadReport report =
                    new CountryLoad(api, site.keycloak(), screen, country, periods, tasksPerPlan, width).run();
            report.show(screen);
            results.show(report.json());
            return report.isComplete() ? DONE : REFUSED;
        }
    }

    private static int faults(Path home, Path project, Arguments arguments, Screen screen, Results results) {
        int minutes = arguments.takeNumber("--minutes").orElse(FAULT_MINUTES);
        long seed = arguments.takeNumber("--seed").orElse(1);
        requireNothingLeft(arguments, "faults");
        RuntimeFolder programs = new RuntimeFolder(home.resolve("runtime"), new Project(project));
        FaultReport report =
                new FaultRun(home.resolve("faults"), programs, seed, Duration.ofMinutes(minutes), screen).run();
        report.show(screen);
        results.page("faults-seed" + seed, report.markdown());
        results.keep(Results.name("faults-seed" + seed), report.json());
        return report.isClean() ? DONE : REFUSED;
    }

    private static int scale(Path home, Path project, Arguments arguments, Screen screen, Results results) {
        ScaleWish usual = ScaleWish.USUAL;
        ScaleWish wish = new ScaleWish(
                arguments.takeNumbers("--replicas").orElse(usual.replicas()),
                arguments.takeNumbers("--communes").orElse(usual.communes()),
                arguments.takeNumber("--connections").orElse(usual.connections()),
                arguments.takeNumber("--seconds").orElse(usual.seconds()));
        requireNothingLeft(arguments, "bench scale");
        RuntimeFolder programs = new RuntimeFolder(home.resolve("runtime"), new Project(project));
        ScaleReport report = new ScaleRun(home.resolve("scale"), programs, wish, screen).run();
        screen.line("");
        screen.line(report.markdown());
        results.page("scale", report.markdown());
        results.keep(Results.name("scale"), report.json());
        return DONE;
    }

    private static int upgrade(Path home, Path project, Arguments arguments, Screen screen) {
        long seed = arguments.takeNumber("--seed").orElse(1);
        requireNothingLeft(arguments, "upgrade-test");
        RuntimeFolder programs = new RuntimeFolder(home.resolve("runtime"), new Project(project));
        Optional<ReleasedVersion> released = ReleasedVersion.of(project, screen);
        if (released.isEmpty()) {
            return BROKEN_OFF;
        }
        return new UpgradeRun(home.resolve("upgrade"), programs, released.get(), seed, screen)
                        .run().stream().allMatch(CheckResult::holds)
                ? DONE
                : REFUSED;
    }

    private static int sendBadInput(Site site, Path project, Arguments arguments, Screen screen, Results results) {
        Extent extent = new Extent(
                arguments.takeNumber("--requests").orElse(Extent.USUAL_REQUESTS),
                arguments.takeList("--only").orElse(List.of()),
                arguments.takeNumber("--seed").orElse(Extent.USUAL_SEED));
        requireNothingLeft(arguments, "bad-input");
        String name = Results.name("bad-input");
        Outcome outcome =
                new BadInput(site, project, screen, extent).run(results.folder().resolve(name));
        outcome.show(screen);
        results.keep(name, outcome.json());
        return outcome.isClean() ? DONE : REFUSED;
    }

    private static int measure(Suite<?> suite, Measuring measuring, Arguments arguments, Results results) {
        Wish usual = suite.usual();
        Wish wish = new Wish(
                arguments.takeList("--only").orElse(usual.only()),
                arguments.takeNumber("--connections").orElse(usual.connections()),
                arguments.takeNumber("--seconds").orElse(usual.seconds()),
                arguments.takeNumber("--rounds").orElse(usual.rounds()),
                arguments.takeNumber("--subscribers").orElse(usual.subscribers()));
        requireNothingLeft(arguments, "bench " + suite.name());
        Map<String, Object> result = measuring.run(suite, wish);
        results.plot(suite.name(), result);
        results.keep(Results.name(suite.name()), result);
        return DONE;
    }

    /// With communes alone, as many provinces as have room.
    private static Country.Size size(Arguments arguments) {
        int communes = arguments.takeNumber("--communes").orElse(Country.ALL_COMMUNES);
        int provinces = arguments.takeNumber("--provinces").orElse(Math.clamp(communes - 2, 2, Country.ALL_PROVINCES));
        int indicators = arguments.takeNumber("--indicators").orElse(Country.Size.FULL.indicators());
        return new Country.Size(provinces, communes, indicators, Country.Size.FULL.seed());
    }

    private static void requireNothingLeft(Arguments arguments, String command) {
        if (!arguments.rest().equals(command)) {
            throw new IllegalArgumentException("what is meant by \"%s\"".formatted(arguments.rest()));
        }
    }
}
