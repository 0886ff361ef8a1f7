package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.monitoring.kit.testing.HostileTokens;
import vn.monitoring.kit.testing.ProofKey;
import vn.monitoring.kit.testing.TokenIssuer;
import vn.monitoring.kit.testing.Tokens;

/// The same table of bad tokens as at the services; and bound tokens, which pass with their proof.
@QuarkusTest
@QuarkusTestResource(Ports.class)
@WithTestResource(value = HostileTokensTest.Issuer.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class HostileTokensTest {

    /// Points the gateway at the issuer that the hostile tokens pretend to be of.
    public static final class Issuer implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("quarkus.oidc.auth-server-url", TokenIssuer.shared().issuer());
        }

        @Override
        public void stop() {}

        /// After [Ports], which names another one.
        @Override
        public int order() {
            return 1;
        }
    }

    @Inject
    GatewaySettings settings;

    private final List<FakeService> services = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final List<String> proofs = new ArrayList<>();

    @BeforeEach
    void startServices() {
        settings.upstreams()
                .forEach((name, upstream) ->
                        services.add(new FakeService(upstream.urls().getFirst(), request -> {
                            arrived.incrementAndGet();
                            proofs.addAll(request.headers().getAll("DPoP"));
                            request.response().end("fine");
                        })));
    }

    @AfterEach
    void stopServices() {
        services.forEach(FakeService::close);
    }

    @ParameterizedTest
    @MethodSource("vn.monitoring.kit.testing.HostileTokens#all")
    void stopAtTheGateway(HostileTokens.Attempt attempt) {
        attempt.on(RestAssured.given())
                .get("/api/v1/units")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .header("WWW-Authenticate", attempt.challenge());
        assertThat(arrived).hasValue(0);
    }

    @Test
    void haveBoundOnesBesideThatPassWithTheirProofOnce() {
        ProofKey key = new ProofKey();
        String token = Tokens.as("head-10675")
                .roles("unit-head")
                .units("10675")
                .boundTo(key)
                .token();
        String proof = key.proof("GET", "http://localhost:8080/api/v1/units", token);

        assertThat(send("DPoP " + token, proof)).isEqualTo(200);
        assertThat(proofs).as("the service checks it again").containsExactly(proof);
        assertThat(send("DPoP " + token, proof)).as("again").isEqualTo(401);
        assertThat(send("Bearer " + token, proof)).isEqualTo(401);
        assertThat(arrived).hasValue(1);
    }

    private static int send(String authorization, String proof) {
        return RestAssured.given()
                .header("Authorization", authorization)
                .header("DPoP", proof)
                .get("/api/v1/units?type=AGENCY")
                .statusCode();
    }
}
