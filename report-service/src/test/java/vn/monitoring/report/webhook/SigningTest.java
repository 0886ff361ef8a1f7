package vn.monitoring.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningTest {

    /// The example of the standard's own libraries.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void signsTheStandardsExample() {
        assertThat(Signing.sign(
                        List.of(SECRET),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEachSecretInForce() {
        String other = Signing.newSecret();
        String both = Signing.sign(List.of(other, SECRET), "id", Instant.EPOCH, "{}");

        assertThat(both.split(" "))
                .containsExactly(
                        Signing.sign(List.of(other), "id", Instant.EPOCH, "{}"),
                        Signing.sign(List.of(SECRET), "id", Instant.EPOCH, "{}"));
    }

    @Test
    void makesSecretsOfThirtyTwoRandomBytes() {
        String secret = Signing.newSecret();

        assertThat(secret).startsWith("whsec_").isNotEqualTo(Signing.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
