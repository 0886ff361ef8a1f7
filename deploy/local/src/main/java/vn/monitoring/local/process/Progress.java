package vn.monitoring.local.process;

/// Takes the lines a person reads while the platform starts and stops.
@FunctionalInterface
public interface Progress {

    void line(String text);

    static Progress silent() {
        return text -> {};
    }
}
