package vn.monitoring.local.component;

import java.util.List;
import java.util.Set;
import vn.monitoring.local.process.Launch;
import vn.monitoring.local.process.ManagedProcess;

/// A part of the platform: one process, started when the parts it needs are ready.
public sealed interface Component permits Postgres, Kafka, Keycloak, Application {

    /// The name in commands, log files and marks.
    String name();

    /// The name a person reads.
    String title();

    /// Every port it listens on, the one it is known by first.
    List<Integer> ports();

    /// The components that must be ready before this one starts.
    Set<String> needs();

    /// Puts the data in place that the process expects; harmless when it is there.
    void prepareData();

    Launch launch();

    /// Looks once whether the running process does its work.
    boolean isReady();

    /// Completes what only a running process can: its databases, its topics. Harmless when repeated.
    default void complete() {}

    default ManagedProcess.Stop stop() {
        return ManagedProcess.Stop.TERM;
    }

    /// Whether this run leaves a start-up cache behind, which makes its end slower.
    default boolean isRecording() {
        return false;
    }

    /// Takes what the process leaves behind.
    ///
    /// @param complete whether it was ready once and has ended by itself; of any other run nothing is kept
    default void ended(boolean complete) {}
}
