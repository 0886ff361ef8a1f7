package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String SOUND = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void keepsASaneRequestIdAndAValidTraceParent() {
        Trace trace = Trace.of("mobile-2026.001", SOUND);
        assertThat(trace).isEqualTo(new Trace("mobile-2026.001", SOUND, true));
        assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "short", "-starts-with-dash", "has space in it", "line\nbreak-line", "<script>alert</script>"
            })
    void replacesAnInsaneRequestId(String requestId) {
        assertThat(Trace.of(requestId, null).requestId())
                .isNotEqualTo(requestId)
                .matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void beginsANewTraceForAnInvalidTraceParent(String traceParent) {
        Trace trace = Trace.of(null, traceParent);
        assertThat(trace.continued()).isFalse();
        assertThat(trace.traceParent()).isNotEqualTo(traceParent);
        assertThat(Trace.of(null, trace.traceParent()).continued()).isTrue();
    }
}
