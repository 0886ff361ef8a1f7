package vn.monitoring.kit.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.metric.Freshness;

/// Writes how far the chains of the trail are into a signed file outside of the database, whenever they went on: what
/// is
/// taken away from a chain's end afterwards, or written anew from some entry on, is missed there.
///
/// Every replica has a file of its own and tells of all chains. Without a folder nothing is written: then
/// the chains alone tell of changes within them.
@ApplicationScoped
public class AuditHeads {

    private static final Logger LOG = Logger.getLogger(AuditHeads.class);

    private final DataSource dataSource;
    private final Clock clock;
    private final Freshness freshness;
    private final Optional<Path> folder;
    private final Optional<Path> key;
    private final String service;
    private final String instance;
    private @Nullable HeadsFile file;
    private List<HeadsFile.Head> written = List.of();

    AuditHeads(
            DataSource dataSource,
            Clock clock,
            Freshness freshness,
            @ConfigProperty(name = "monitoring.audit.heads.dir") Optional<Path> folder,
            @ConfigProperty(name = "monitoring.audit.key") Optional<Path> key,
            @ConfigProperty(name = "monitoring.audit.heads.instance") String instance,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.freshness = freshness;
        this.folder = folder;
        this.key = key;
        this.instance = instance.replaceAll("[^A-Za-z0-9-]", "-");
        this.service = service;
    }

    void start(@Observes StartupEvent event) {
        if (folder.isEmpty()) {
            LOG.info("the heads of the audit trail are not written: AUDIT_HEADS_DIR is not set");
            return;
        }
        Path signing = key.orElseThrow(() -> new IllegalStateException(
                "AUDIT_HEADS_DIR is set without AUDIT_KEY: name the file of an Ed25519 key (PEM, PKCS #8)"));
        file = new HeadsFile(folder.get(), service, instance, SigningKey.read(signing));
        write();
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }

    @Scheduled(
            every = "{monitoring.audit.heads.every}",
            identity = "audit-heads",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void write() {
        if (file == null) {
            return;
        }
        try {
            List<HeadsFile.Head> heads = read();
            if (!heads.equals(written)) {
                file.append(clock.instant(), heads);
                written = heads;
            }
            freshness.now(
                    "monitoring.audit.heads.timestamp",
                    "When the signed heads of the audit trail were last found to be written",
                    "trail",
                    service);
        } catch (SQLException e) {
            LOG.warnf("the heads of the audit trail wait for the database: %s", e.getMessage());
        } catch (IOException e) {
            LOG.errorf("the heads of the audit trail cannot be written: %s", e);
        }
    }

    private List<HeadsFile.Head> read() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select chain, seq, encode(hash, 'hex') from audit_heads()");
                ResultSet row = statement.executeQuery()) {
            List<HeadsFile.Head> heads = new ArrayList<>();
            while (row.next()) {
                heads.add(new HeadsFile.Head(row.getInt(1), row.getLong(2), row.getString(3)));
            }
            return heads;
        }
    }
}
