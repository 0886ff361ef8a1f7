package vn.monitoring.kit.file;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Chooses the scanner by the settings, unless the deployment brings one.
class Scanners {

    private static final Logger LOG = Logger.getLogger(Scanners.class);

    @Produces
    @DefaultBean
    @ApplicationScoped
    FileScanner scanner(
            @ConfigProperty(name = "monitoring.files.clamd") Optional<String> address,
            @ConfigProperty(name = "monitoring.files.clamd-patience") Duration patience) {
        if (address.isPresent()) {
            return new ClamdScanner(address.get(), patience);
        }
        LOG.info("uploaded files are not scanned: CLAMD_ADDRESS is not set");
        return content -> Optional.empty();
    }
}
