package vn.monitoring.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "0:0:0:0:0:0:0:1, 0000000000000000/64",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void namesWhomAnAddressBelongsTo(String address, String owner) {
        assertThat(Addresses.ownerOf(address)).isEqualTo(owner);
    }
}
