package vn.monitoring.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class VerifiedTokensTest {

    @Inject
    @Any
    Instance<IdentityProvider<?>> providers;

    @Test
    void areLookedUpBeforeASignatureIsChecked() {
        IdentityProvider<?> first = providers.stream()
                .filter(provider -> provider.getRequestType().equals(TokenAuthenticationRequest.class))
                .max(Comparator.comparingInt(IdentityProvider::priority))
                .orElseThrow();

        assertThat(first).isInstanceOf(VerifiedTokens.class);
    }
}
