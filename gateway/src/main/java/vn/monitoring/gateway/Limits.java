package vn.monitoring.gateway;

import io.github.bucket4j.TimeMeter;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.monitoring.gateway.limit.Addresses;
import vn.monitoring.gateway.limit.Allowance;
import vn.monitoring.gateway.limit.Allowances;
import vn.monitoring.gateway.limit.Limit;
import vn.monitoring.kit.security.Role;

/// Which limit a request counts against: a caller's own when its token is good, otherwise its address's.
@Singleton
class Limits {

    private final Limit person;
    private final Limit system;
    private final Limit address;
    private final Allowances allowances;

    Limits(GatewaySettings settings, TimeMeter clock) {
        GatewaySettings.Limits limits = settings.limits();
        this.person = limitOf("person", limits.person());
        this.system = limitOf("system", limits.system());
        this.address = limitOf("address", limits.address());
        this.allowances = new Allowances(limits.callers(), limits.forgetAfter(), clock);
    }

    @Produces
    @Singleton
    static TimeMeter clock() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    private static Limit limitOf(String name, GatewaySettings.Limit setting) {
        return new Limit(name, setting.burst(), setting.perSecond());
    }

    /// A person's or a system's, who may use several clients (azp) with an allowance each.
    Allowance take(SecurityIdentity caller) {
        JsonWebToken token = (JsonWebToken) caller.getPrincipal();
        Object client = token.getClaim("azp");
        return allowances.take(caller.hasRole(Role.INTEGRATION) ? system : person, client + " " + token.getSubject());
    }

    /// That of an address, for whom nobody vouches.
    Allowance take(HttpServerRequest stranger) {
        return allowances.take(
                address, Addresses.ownerOf(stranger.remoteAddress().hostAddress()));
    }
}
