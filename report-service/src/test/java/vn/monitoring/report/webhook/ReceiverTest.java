package vn.monitoring.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x,8.8.8.8,NONE,",
        "https://a.example:8443/x?y=1,8.8.8.8,NONE,",
        "HTTPS://a.example,8.8.8.8,NONE,",
        "http://a.example/x,8.8.8.8,NONE,NOT_HTTPS",
        "http://a.example/x,8.8.8.8,ALL,NOT_HTTPS",
        "http://a.example/x,127.0.0.1,LOOPBACK,",
        "http://a.example/x,10.0.0.1,LOOPBACK,PRIVATE_ADDRESS",
        "http://a.example/x,10.0.0.1,ALL,",
        "https://a.example/x,127.0.0.1,NONE,PRIVATE_ADDRESS",
        "https://a.example/x,8.8.8.8 127.0.0.1,NONE,PRIVATE_ADDRESS",
        "https://a.example/x,8.8.8.8 169.254.169.254,LOOPBACK,PRIVATE_ADDRESS",
        "https://a.example/x,,NONE,UNKNOWN_HOST",
        "ftp://a.example/x,8.8.8.8,NONE,MALFORMED",
        "https://user:secret@a.example/x,8.8.8.8,NONE,MALFORMED",
        "https://a.example/x#part,8.8.8.8,NONE,MALFORMED",
        "https:///x,8.8.8.8,NONE,MALFORMED",
        "/x,8.8.8.8,NONE,MALFORMED",
        "not a url,8.8.8.8,NONE,MALFORMED",
    })
    void sendsOnlyWhereAllAddressesAreAllowed(
            String url, @Nullable String addresses, AddressRule rule, Receiver.@Nullable Refusal refusal)
            throws Receiver.RefusedException {
        HostNames names = _ -> addresses == null ? List.of() : addresses(addresses);
        if (refusal == null) {
            assertThat(Receiver.of(url, names, rule).address().getHostAddress()).isEqualTo(addresses);
        } else {
            assertThatThrownBy(() -> Receiver.of(url, names, rule)).hasMessage(refusal.name());
        }
    }

    @Test
    void asksForANameThatHasNoAddress() {
        HostNames none = host -> {
            throw new UnknownHostException(host);
        };

        assertThatThrownBy(() -> Receiver.of("https://a.example", none, AddressRule.NONE))
                .hasMessage("UNKNOWN_HOST");
    }

    @Test
    void knowsPortPathAndHost() throws Receiver.RefusedException {
        List<String> asked = new ArrayList<>();
        HostNames names = host -> {
            asked.add(host);
            return addresses("2405:4800::1");
        };
        Receiver six = Receiver.of("https://[2405:4800::1]/a/b%20c?d=e", names, AddressRule.NONE);

        assertThat(asked).containsExactly("2405:4800::1");
        assertThat(six.port()).isEqualTo(443);
        assertThat(six.pathAndQuery()).isEqualTo("/a/b%20c?d=e");
        assertThat(Receiver.of("https://a.example:8443", names, AddressRule.NONE)
                        .port())
                .isEqualTo(8443);
        assertThat(Receiver.of("https://a.example", names, AddressRule.NONE).pathAndQuery())
                .isEqualTo("/");
    }

    private static List<InetAddress> addresses(String texts) {
        return Arrays.stream(texts.split(" ", -1)).map(ReceiverTest::address).toList();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
