package vn.monitoring.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives a `@QuarkusTest` a real PostgreSQL, a real Kafka broker and a token issuer, started once per test JVM.
///
/// Use as `@QuarkusTestResource(PlatformTestResource.class)`.
public final class PlatformTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "DATABASE_URL", TestDatabase.shared().jdbcUrl(),
                "DATABASE_USER", TestDatabase.USER,
                "DATABASE_PASSWORD", TestDatabase.USER,
                "KAFKA_BOOTSTRAP", TestBroker.shared().bootstrapServers(),
                "ISSUER", TokenIssuer.shared().issuer());
    }

    @Override
    public void stop() {
        // All of them end with the JVM: starting them anew for each Quarkus application would only cost time.
    }
}
