package vn.monitoring.local.component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.monitoring.local.process.Launch;

/// One of our four Quarkus applications; ready when its own health check says so.
public final class Application implements Component {

    private static final String SIGNS_DOCUMENTS = "report-service";

    private final String program;
    private final String name;
    private final int port;
    private final Set<String> needs;
    private final Map<String, String> settings;
    private final Home home;
    private final JavaProgram java;

    /// @param program which of the four it is
    /// @param name of this process: one of several of the same program, maybe
    /// @param settings the environment variables it is configured by, beside its port
    Application(
            String program,
            String name,
            int port,
            Set<String> needs,
            Map<String, String> settings,
            Home home,
            JavaProgram java) {
        this.program = program;
        this.name = name;
        this.port = port;
        this.needs = needs;
        this.settings = settings;
        this.home = home;
        this.java = java;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public void prepareData() {
        AuditKey.makeIfMissing(home);
    }

    @Override
    public Launch launch() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("PLATFORM_MODE", "demo");
        if (needs.contains(Postgres.NAME)) {
            environment.put("SEALING_KEYS", SealingKey.of(home));
        }
        if (program.equals(SIGNS_DOCUMENTS)) {
            environment.putAll(DocumentKeys.of(home));
        }
        return java.launch(List.of(), List.of(), environment, home.folder());
    }

    @Override
    public boolean isReady() {
        return Http.isOk("http://127.0.0.1:" + port + "/q/health/ready");
    }

    @Override
    public boolean isRecording() {
        return java.isRecording();
    }

    @Override
    public void ended(boolean complete) {
        java.ended(complete);
    }
}
