package vn.monitoring.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/// Points the gateway under test at free ports, where each test starts the services it needs, and makes its
/// limits small enough to be reached.
public final class Ports implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        for (String upstream : new String[] {"indicator", "task", "report"}) {
            settings.put("gateway.upstreams." + upstream + ".urls", "http://127.0.0.1:" + free());
        }
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.oidc.auth-server-url", FakeIssuer.shared().url());
        settings.put("gateway.idle-timeout", "1s");
        settings.put("gateway.rules.batch.idle-timeout", "1s");
        settings.put("gateway.rules.batch.max-body", "320M");
        settings.put("gateway.limits.person.burst", "400");
        settings.put("gateway.limits.system.burst", "600");
        settings.put("gateway.limits.system.per-second", "300");
        settings.put("gateway.limits.address.burst", "300");
        settings.put("gateway.probe-every", "50ms");
        settings.put("gateway.slow-body.stretch", "500ms");
        return settings;
    }

    @Override
    public void stop() {}

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
