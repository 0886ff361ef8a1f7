package vn.monitoring.kit.schema;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jboss.logging.Logger;

/// What `MIGRATE` says of the schema: `at-start` migrates and goes on, `only` migrates and ends the process, `never`
/// goes on where all that this version needs is there.
///
/// The migrating itself is Flyway's, before anything else begins (`quarkus.flyway.migrate-at-start`); when it fails,
/// the process ends with an error. Replicas that start at the same moment wait for each other. A schema that a newer
/// version has migrated is fine: newer versions only add while older ones run.
@ApplicationScoped
class SchemaAtStart {

    static final String AT_START = "at-start";
    static final String ONLY = "only";
    static final String NEVER = "never";

    private static final Logger LOG = Logger.getLogger(SchemaAtStart.class);

    /// Before schedules, consumers and relays, and long before the port is opened.
    private static final int BEFORE_EVERYTHING = -1;

    private static final int NAMED = 3;

    private final Flyway flyway;
    private final String migrate;

    SchemaAtStart(Flyway flyway, @ConfigProperty(name = "monitoring.migrate") String migrate) {
        this.flyway = flyway;
        this.migrate = migrate;
    }

    /// @throws PreventFurtherStepsException ends the process with code 0 when migrating was all that was asked for
    /// @throws IllegalStateException when the schema lacks something, or the word is none of the three
    void onStart(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start) {
        switch (migrate) {
            case AT_START -> {}
            case ONLY -> {
                MigrationInfo current = flyway.info().current();
                String message =
                        "The schema is migrated, up to version %s; this process was asked for that only (MIGRATE=only)."
                                .formatted(current == null ? "none" : current.getVersion());
                LOG.info(message);
                // The exception only keeps the rest from starting; the process waits to be asked to end.
                Quarkus.asyncExit(0);
                throw new PreventFurtherStepsException(message, 0);
            }
            case NEVER -> requireWhatIsNeeded(flyway.info());
            default ->
                throw new IllegalStateException(
                        "MIGRATE is %s: say %s, %s or %s".formatted(migrate, AT_START, ONLY, NEVER));
        }
    }

    private static void requireWhatIsNeeded(MigrationInfoService schema) {
        MigrationInfo[] missing = Stream.concat(
                        Arrays.stream(schema.pending()),
                        Arrays.stream(schema.all()).filter(one -> one.getState().isFailed()))
                .toArray(MigrationInfo[]::new);
        if (missing.length > 0) {
            throw new IllegalStateException("""
                    The database lacks migrations that this version needs (%s%s), and MIGRATE=never forbids to make them. \
                    Run this version once with MIGRATE=only, wait until it has ended with code 0, then start it again.""".formatted(
                            Arrays.stream(missing)
                                    .limit(NAMED)
                                    .map(one -> one.getVersion() + " " + one.getDescription())
                                    .collect(Collectors.joining(", ")),
                            missing.length > NAMED ? " …" : ""));
        }
    }
}
