package vn.monitoring.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTest {

    private static final String OLD = "k1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "k2:" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    private final Sealed sealed = new Sealed(Optional.of(OLD));

    @Test
    void opensWhatItSealed() {
        String text = sealed.seal("Bà con phản ánh: số …", "feedback.sender:1");

        assertThat(text).startsWith("k1.").doesNotContain("phản");
        assertThat(sealed.open(text, "feedback.sender:1")).isEqualTo("Bà con phản ánh: số …");
        assertThat(sealed.open(sealed.seal("", "p"), "p")).isEmpty();
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(sealed.seal("same", "p")).isNotEqualTo(sealed.seal("same", "p"));
    }

    @Test
    void refusesAChangedTextAndAnotherPurpose() {
        String text = sealed.seal("whsec_secret", "webhook.secret:1");
        int at = text.length() - 3;
        String changed = text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);

        assertThatThrownBy(() -> sealed.open(changed, "webhook.secret:1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealed.open(text, "webhook.secret:2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealed.open("k1.AAAA", "webhook.secret:1")).hasMessageContaining("cut short");
        assertThatThrownBy(() -> sealed.open("plain", "webhook.secret:1")).hasMessageContaining("SEALING_KEYS");
    }

    @Test
    void opensWithAnOlderKeyAndSealsWithTheFirst() {
        Sealed both = new Sealed(Optional.of(NEW + ", " + OLD));

        assertThat(both.open(sealed.seal("text", "p"), "p")).isEqualTo("text");
        assertThat(both.seal("text", "p")).startsWith("k2.");
        assertThatThrownBy(() -> sealed.open(both.seal("text", "p"), "p")).hasMessageContaining("SEALING_KEYS");
    }

    @Test
    void needsAKeyOnlyForSealing() {
        Sealed none = new Sealed(Optional.empty());

        assertThatThrownBy(() -> none.seal("text", "p")).hasMessageContaining("set SEALING_KEYS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k1",
                "k1:AAAA",
                ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "k.1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void refusesAMalformedKey(String setting) {
        assertThatThrownBy(() -> new Sealed(Optional.of(setting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SEALING_KEYS");
    }
}
