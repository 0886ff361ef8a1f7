package vn.monitoring.kit.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/// The service with the query filters removed: what it still does not show is kept by the database. With few
/// connections, so that requests of all follow each other on the same sessions.
public final class WithoutFilters implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(EverythingScope.class, EverywhereCaller.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.max-size", "3", "quarkus.scheduler.enabled", "false");
    }
}
