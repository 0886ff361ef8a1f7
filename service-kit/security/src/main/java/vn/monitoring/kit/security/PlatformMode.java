package vn.monitoring.kit.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Whether this is a demo or the real thing: `PLATFORM_MODE`, `demo` or `production`.
///
/// It is production unless somebody says otherwise: whoever forgets the setting gets a process that says
/// what is missing, not one that runs with secrets everybody knows. `./platform` says `demo`; tests and the
/// development mode are demos.
@ApplicationScoped
class PlatformMode {

    private static final String PRODUCTION = "production";
    private static final String DEMO = "demo";

    private final String mode;

    PlatformMode(@ConfigProperty(name = "monitoring.mode") String mode) {
        this.mode = mode;
    }

    boolean isProduction() {
        return !mode.equals(DEMO);
    }

    /// Before the process answers anything.
    ///
    /// @throws IllegalStateException when it must not run like this; the message names each setting
    void refuseDemoSecrets(@Observes @Priority(1) StartupEvent start, Config config) {
        if (!mode.equals(DEMO) && !mode.equals(PRODUCTION)) {
            throw new IllegalStateException("PLATFORM_MODE is %s: say %s or %s".formatted(mode, PRODUCTION, DEMO));
        }
        if (mode.equals(DEMO)) {
            return;
        }
        List<String> broken = ProductionRules.broken(
                StreamSupport.stream(config.getPropertyNames().spliterator(), false),
                name -> config.getConfigValue(name).getValue());
        if (!broken.isEmpty()) {
            throw new IllegalStateException("""
                    not started, since these settings are not fit for real data:
                    - %s
                    For trying things out set PLATFORM_MODE=demo.""".formatted(String.join("\n- ", broken)));
        }
    }
}
