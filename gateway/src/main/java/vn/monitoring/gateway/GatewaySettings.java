package vn.monitoring.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an operator may set; the defaults stand in `application.properties`.
@ConfigMapping(prefix = "gateway")
interface GatewaySettings {

    /// Whether the public reaches the gateway by https.
    boolean https();

    /// How long to wait for a connection to a service, a free place in the pool included.
    Duration connectTimeout();

    /// How long an exchange may stand still (no byte either way) before it is given up, where no rule gives more time;
    /// event streams may stand still for ever.
    Duration idleTimeout();

    /// Failures in a row (no connection, no answer in time) after which an instance is taken to be down.
    int failuresUntilDown();

    /// How often each instance is asked whether it is ready.
    Duration probeEvery();

    SlowBody slowBody();

    /// The largest body a client may send, where no rule allows more.
    MemorySize maxBody();

    /// Connections kept to one instance for ordinary requests.
    int maxConnections();

    /// Event streams open at once to one instance.
    int maxStreams();

    /// Path patterns, see [Route], that may be asked without a token.
    List<String> publicPaths();

    /// What holds on some paths instead of the usual, by names for people.
    Map<String, Rule> rules();

    Limits limits();

    Map<String, Upstream> upstreams();

    /// A service behind the gateway.
    interface Upstream {
        /// Its instances, of which each can answer everything.
        List<URI> urls();

        /// Path patterns it owns, see [Route].
        List<String> routes();
    }

    /// What does not hold on all paths.
    interface Rule {
        /// Path patterns, see [Route].
        List<String> paths();

        Optional<Duration> idleTimeout();

        Optional<MemorySize> maxBody();
    }

    /// How slowly a body may come: at least so many bytes in each stretch of time.
    interface SlowBody {
        Duration stretch();

        MemorySize leastBytes();
    }

    /// How often one may call; see [vn.monitoring.gateway.limit].
    interface Limits {

        /// Of each person and client program with a good token.
        Limit person();

        /// Of each system with a good token (role integration).
        Limit system();

        /// Of each address, for public paths and for requests without a good token.
        Limit address();

        /// How many callers are kept in mind; each takes about 300 bytes.
        long callers();

        /// When one who does not call is forgotten.
        Duration forgetAfter();
    }

    /// A bucket of tokens, one a request.
    interface Limit {
        long burst();

        long perSecond();
    }
}
