package vn.monitoring.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.local.process.Launch;
import vn.monitoring.local.runtime.Jvm;
import vn.monitoring.local.runtime.StartupCache;

/// A component's JVM with its start-up cache: used when there is one, else recorded if the platform may.
final class JavaProgram {

    private final Jvm jvm;
    private final StartupCache cache;
    private final boolean recording;

    JavaProgram(Jvm jvm, StartupCache cache, boolean mayRecord) {
        this.jvm = jvm;
        this.cache = cache;
        this.recording = mayRecord && !cache.exists();
    }

    /// @param options options of the JVM that belong to this one platform, such as its folders
    Launch launch(List<String> options, List<String> arguments, Map<String, String> environment, Path folder) {
        List<String> runOptions = new ArrayList<>(options);
        runOptions.addAll(recording ? cache.recordOptions() : cache.useOptions());
        Map<String, String> variables = new HashMap<>(environment);
        // The C library otherwise keeps a memory pool per processor and thread, which many small JVMs multiply.
        variables.put("MALLOC_ARENA_MAX", "2");
        return new Launch(jvm.command(runOptions, arguments), Jvm.JAVA, variables, folder);
    }

    boolean isRecording() {
        return recording;
    }

    void ended(boolean complete) {
        if (recording) {
            cache.settle(complete);
        }
    }
}
