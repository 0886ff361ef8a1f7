package vn.monitoring.kit.schema;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Lets whoever migrates hold his lock by the session, not by a transaction: an index that is built beside writers
/// (`concurrently`) waits for the end of all transactions, and would wait for that one for ever.
@Singleton
public final class SessionLock implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
