package vn.monitoring.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeyTest {

    private static final URI ISSUER = URI.create("http://localhost:8180/realms/monitoring");

    @ParameterizedTest
    @ValueSource(strings = {"province-31-system", "province-24-system"})
    void signsForOneMinuteWhatTheRealmCanCheck(String client) throws Exception {
        ClientKey key = ClientKey.findDemo(client).orElseThrow();

        JwtClaims claims = verified(client, key.assertion(ISSUER));
        assertThat(claims.getIssuer()).isEqualTo(client);
        assertThat(claims.getExpirationTime().getValue() - Instant.now().getEpochSecond())
                .isBetween(1L, 60L);
        assertThat(claims.getJwtId())
                .isNotEqualTo(verified(client, key.assertion(ISSUER)).getJwtId());
        assertThat(key.authentication(ISSUER)).containsEntry("client_id", client);
    }

    @Test
    void isOfProvincialSystemsOnly() {
        assertThat(ClientKey.findDemo("leader-31")).isEmpty();
    }

    @Test
    void provesThatTheKeyIsThere() throws JoseException, InvalidJwtException {
        JsonWebSignature proof = new JsonWebSignature();
        proof.setCompactSerialization(
                new ProofKey().proof("GET", URI.create("http://localhost:8080/api/v1/units?type=AGENCY"), "token"));
        PublicJsonWebKey key = proof.getJwkHeader();
        proof.setKey(key.getPublicKey());

        assertThat(proof.verifySignature()).isTrue();
        assertThat(proof.getHeader("typ")).isEqualTo("dpop+jwt");
        JwtClaims claims = JwtClaims.parse(proof.getPayload());
        assertThat(claims.getClaimValue("htu")).isEqualTo("http://localhost:8080/api/v1/units");
        assertThat(claims.getClaimValue("ath")).isEqualTo("PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A");
    }

    private static JwtClaims verified(String client, String assertion)
            throws IOException, JoseException, InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKey(publicKey(client).getPublicKey())
                .setExpectedAudience(ISSUER.toString())
                .setExpectedSubject(client)
                .setRequireExpirationTime()
                .build()
                .processToClaims(assertion);
    }

    private static PublicJsonWebKey publicKey(String client) throws IOException, JoseException {
        Path realm = Path.of(System.getProperty("monitoring.root"), "deploy/keycloak/monitoring-realm.json");
        for (JsonNode known : Json.tree(Files.readString(realm)).path("clients")) {
            if (known.path("clientId").asText().equals(client)) {
                String keys = known.at("/attributes/jwks.string").asText();
                return (PublicJsonWebKey)
                        new JsonWebKeySet(keys).getJsonWebKeys().getFirst();
            }
        }
        throw new IllegalStateException("not in the realm: " + client);
    }
}
