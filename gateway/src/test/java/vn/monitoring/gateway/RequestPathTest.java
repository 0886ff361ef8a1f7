package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/units/10675.VHXH",
                "/api/v1/units:batch",
                "/api/v1/reports/1/sections/t%C3%ACnh%20h%C3%ACnh",
                "/api/v1/units/..10675",
                "/api/v1/units/a..b"
            })
    void acceptsWhatReadsTheSameToEveryone(String path) {
        assertThat(RequestPath.isSound(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api/v1/units",
                "/api/v1/../q/health",
                "/api/v1/units/..",
                "/api/v1/./units",
                "/api/v1/units/%2e%2e/q",
                "/api/v1/units/%2E%2E/q",
                "/api/v1/units/.%2e/q",
                "/api/v1//units",
                "//api/v1/units",
                "/api/v1/units%2fq",
                "/api/v1/units%2Fq",
                "/api/v1/units%5cq",
                "/api/v1/units\\q",
                "/api/v1/units;x=1/q",
                "/api/v1/units%3bx",
                "/api/v1/units%252e%252e",
                "/api/v1/units%00",
                "/api/v1/units%0d%0aX:1",
                "/api/v1/units%7f",
                "/api/v1/units%zz",
                "/api/v1/units%c",
                "/api/v1/units%",
                "/api/v1/units#q",
                "/api/v1/đơn-vị"
            })
    void refusesWhatTwoReadersMayReadDifferently(String path) {
        assertThat(RequestPath.isSound(path)).isFalse();
    }
}
