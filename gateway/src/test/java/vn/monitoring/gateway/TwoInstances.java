package vn.monitoring.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/// Points the gateway under test at two instances of the task-service.
public final class TwoInstances implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(new Ports().start());
        settings.put(
                "gateway.upstreams.task.urls",
                "http://127.0.0.1:%d,http://127.0.0.1:%d".formatted(Ports.free(), Ports.free()));
        settings.put("gateway.connect-timeout", "500ms");
        return settings;
    }

    @Override
    public void stop() {}
}
