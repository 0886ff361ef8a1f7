package vn.monitoring.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Screen;

/// Shows the platform doing its main job with four real plans.
///
/// `demo.jar [gateway URL] [Keycloak URL]`, else `GATEWAY_URL` and `KEYCLOAK_URL`, else this machine's standard ports.
/// The documents of the reports are put under `PLATFORM_HOME`, in `demo`.
/// Exit codes: 0 everything as expected, 1 not, 2 the demo could not go on.
public final class Demo {

    private static final int AS_EXPECTED = 0;
    private static final int NOT_AS_EXPECTED = 1;
    private static final int BROKEN_OFF = 2;

    private Demo() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        URI gateway = URI.create(
                arguments.length > 0 ? arguments[0] : environment.getOrDefault("GATEWAY_URL", "http://localhost:8080"));
        URI keycloak = URI.create(
                arguments.length > 1
                        ? arguments[1]
                        : environment.getOrDefault("KEYCLOAK_URL", "http://localhost:8180"));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder =
                Path.of(environment.getOrDefault("PLATFORM_HOME", ".platform")).resolve("demo");
        System.exit(run(gateway, keycloak, folder, out));
    }

    /// Runs the whole demo once.
    ///
    /// @param folder where the reports' documents are put
    /// @return the exit code
    public static int run(URI gateway, URI keycloak, Path folder, PrintStream out) {
        Screen screen = new Screen(out);
        Checks checks = new Checks(screen);
        try (Api api = new Api(gateway, keycloak);
                Watchers watchers = Watchers.open(api)) {
            new Story(api, screen, checks, watchers, folder).play();
        } catch (ClientFailure failure) {
            screen.line("");
            screen.line("The demo broke off: " + failure.getMessage());
            return BROKEN_OFF;
        }
        if (checks.broken().isEmpty()) {
            screen.line("");
            screen.line("Everything is as expected (%.0f s).".formatted(screen.seconds()));
            return AS_EXPECTED;
        }
        screen.line("");
        screen.line("Not as expected:");
        checks.broken().forEach(broken -> screen.line("✗ " + broken));
        return NOT_AS_EXPECTED;
    }
}
