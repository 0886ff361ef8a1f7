package vn.monitoring.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRuleTest {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8,true,true,true",
        "103.21.148.1,true,true,true",
        "100.63.255.255,true,true,true",
        "172.32.0.1,true,true,true",
        "192.0.1.1,true,true,true",
        "198.17.0.1,true,true,true",
        "2405:4800::1,true,true,true",
        "2001:200::1,true,true,true",
        "127.0.0.1,false,true,true",
        "127.255.255.254,false,true,true",
        "::1,false,true,true",
        "::ffff:127.0.0.1,false,true,true",
        "0.0.0.0,false,false,false",
        "0.1.2.3,false,false,true",
        "::,false,false,false",
        "10.0.0.1,false,false,true",
        "172.16.0.1,false,false,true",
        "172.31.255.255,false,false,true",
        "192.168.1.1,false,false,true",
        "::ffff:192.168.1.1,false,false,true",
        "169.254.169.254,false,false,true",
        "100.64.0.1,false,false,true",
        "100.127.255.255,false,false,true",
        "192.0.0.1,false,false,true",
        "192.0.2.1,false,false,true",
        "198.18.0.1,false,false,true",
        "198.51.100.1,false,false,true",
        "203.0.113.1,false,false,true",
        "224.0.0.1,false,false,false",
        "240.0.0.1,false,false,true",
        "255.255.255.255,false,false,true",
        "fe80::1,false,false,true",
        "fec0::1,false,false,true",
        "fc00::1,false,false,true",
        "fd12:3456::1,false,false,true",
        "ff02::1,false,false,false",
        "64:ff9b::7f00:1,false,false,true",
        "2002:7f00:1::1,false,false,true",
        "2001::1,false,false,true",
        "2001:db8::1,false,false,true",
        "3fff::1,false,false,true",
    })
    void letsThroughThePublicInternetAndWhatTheSettingAllows(
            String address, boolean byDefault, boolean withLoopback, boolean withAll) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);

        assertThat(AddressRule.NONE.allows(parsed)).isEqualTo(byDefault);
        assertThat(AddressRule.LOOPBACK.allows(parsed)).isEqualTo(withLoopback);
        assertThat(AddressRule.ALL.allows(parsed)).isEqualTo(withAll);
    }
}
