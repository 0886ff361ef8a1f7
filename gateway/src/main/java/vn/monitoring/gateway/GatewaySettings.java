package vn.monitoring.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What an operator may set; the defaults stand in `application.properties`.
@ConfigMapping(prefix = "gateway")
interface GatewaySettings {

    /// How long to wait for a connection to a service, a free place in the pool included.
    Duration connectTimeout();

    /// How long an exchange may stand still (no byte either way) before it is given up; event streams may stand
    /// still for ever.
    Duration idleTimeout();

    /// How long a shutdown waits for answers under way.
    Duration shutdownTimeout();

    /// The largest body a client may send.
    MemorySize maxBody();

    /// Connections kept to one service for ordinary requests.
    int maxConnections();

    /// Event streams open at once to one service.
    int maxStreams();

    /// Path patterns, see [Route], that may be asked without a token.
    List<String> publicPaths();

    Map<String, Upstream> upstreams();

    /// A service behind the gateway.
    interface Upstream {
        URI url();

        /// Path patterns it owns, see [Route].
        List<String> routes();
    }
}
