package vn.monitoring.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenRulesTest {

    private static final long NOW = Instant.now().getEpochSecond();

    @Test
    void takeATokenOfTheDemosClientInTheDemoOnly() {
        JsonWebToken token = token("demo-cli", NOW, NOW + 300);

        assertThat(rules("demo").fault(token)).isEmpty();
        assertThat(rules("production").fault(token))
                .hasValueSatisfying(words -> assertThat(words).contains("client of the demo"));
        assertThat(rules("production").fault(token("dashboard", NOW, NOW + 300)))
                .isEmpty();
    }

    @Test
    void boundTheLifeOfAToken() {
        assertThat(rules("demo").fault(token("dashboard", NOW, NOW + 600))).isEmpty();
        assertThat(rules("demo").fault(token("dashboard", NOW, NOW + 601))).isPresent();
        assertThat(rules("demo").fault(token("dashboard", NOW, Long.MAX_VALUE))).isPresent();
        assertThat(rules("demo").fault(token("dashboard", 0, NOW + 300))).isPresent();
        assertThat(rules("demo").fault(token("dashboard", NOW + 60, NOW + 300))).isPresent();
    }

    private static TokenRules rules(String mode) {
        return new TokenRules(new PlatformMode(mode), Duration.ofMinutes(10), 5);
    }

    private static JsonWebToken token(String client, long issued, long expires) {
        Map<String, Object> claims = Map.of("azp", client, "iat", issued, "exp", expires);
        return new JsonWebToken() {
            @Override
            public String getName() {
                return client;
            }

            @Override
            public Set<String> getClaimNames() {
                return claims.keySet();
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> @Nullable T getClaim(String name) {
                return (T) claims.get(name);
            }
        };
    }
}
