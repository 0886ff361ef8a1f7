package vn.monitoring.local.component;

import java.nio.file.Path;

/// The folder of one platform: what it stores, what it logs and which processes are its own.
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    public Path marks() {
        return folder.resolve("run");
    }

    /// The ports the platform has last been started on.
    public Path ports() {
        return marks().resolve("ports");
    }

    /// What the platform is doing as a whole.
    public Path state() {
        return marks().resolve("state");
    }

    public Path mark(String component) {
        return marks().resolve(component + ".pid");
    }
}
