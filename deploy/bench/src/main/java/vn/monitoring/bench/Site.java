package vn.monitoring.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import vn.monitoring.client.Api;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;
import vn.monitoring.local.process.ProcessMark;

/// The platform that runs on this machine: where its parts listen and which processes they are.
public record Site(Home home, Ports ports) {

    /// @param portOffset as given to `./platform up`; the ports of the last start when absent
    public static Site at(Path folder, Optional<Integer> portOffset) {
        Home home = new Home(folder);
        Ports ports = portOffset
                .map(Ports::shifted)
                .or(() -> Ports.read(home.ports()))
                .orElseGet(Ports::standard);
        return new Site(home, ports);
    }

    public Api api() {
        return new Api(gateway(), keycloak());
    }

    public URI gateway() {
        return URI.create("http://localhost:" + ports.gateway());
    }

    public URI keycloak() {
        return URI.create("http://localhost:" + ports.keycloak());
    }

    /// A service's database; its role and password bear its name.
    ///
    /// @param name such as `indicator`
    public String databaseUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name + "?options=-c%20monitoring.scope=system";
    }

    /// @param component as `./platform status` names it
    public Optional<ProcessHandle> process(String component) {
        return ProcessMark.read(home.mark(component)).flatMap(ProcessMark::find);
    }
}
