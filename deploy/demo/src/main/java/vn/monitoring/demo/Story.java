package vn.monitoring.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import vn.monitoring.client.Api;
import vn.monitoring.client.Screen;

/// The demo from its beginning to its end: each step looks first what is there and adds only what is missing.
final class Story {

    private final Api api;
    private final Screen screen;
    private final Checks checks;
    private final Watchers watchers;
    private final Path folder;

    Story(Api api, Screen screen, Checks checks, Watchers watchers, Path folder) {
        this.api = api;
        this.screen = screen;
        this.checks = checks;
        this.watchers = watchers;
        this.folder = folder;
    }

    void play() {
        new Units(api, screen, checks).bring();
        watchers.start(screen);
        List<ImportedPlan> plans = new Plans(api, screen, checks).bring();
        LocalDate today = Today.of(api, plans);
        new Measurements(api, screen, checks, today).enter(plans);
        watchers.reconnect(screen);
        new Tasks(api, screen, checks, today).carryOut(plans);
        watchers.settle();
        new Reports(api, screen, checks, today, folder).bring(plans);
        watchers.settle();
        new Summary(api, screen, checks, today).show(plans);
        watchers.show(screen, checks, api.writes() > 0);
        if (api.writes() == 0) {
            screen.step("All of it was there already: nothing was changed.");
        }
    }
}
