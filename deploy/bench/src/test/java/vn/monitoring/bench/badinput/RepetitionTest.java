package vn.monitoring.bench.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.bench.badinput.Request.Kind;
import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Wire.Answer;

class RepetitionTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheRequestAsCurl() {
        assertThat(repeat(Samples.attack("{\"text\":\"it's\"}").with("Authorization", "Bearer once")))
                .isEqualTo(
                        "curl -si --path-as-is -X PUT 'http://localhost:8080/api/v1/notes/7?q=%C3%A1' -H 'If-Match: *' "
                                + "-H \"Authorization: Bearer $(token standing-10675)\" --data-binary '{\"text\":\"it'\\''s\"}'");
    }

    @Test
    void putsABodyThatNoShellTakesIntoAFile() {
        assertThat(repeat(Samples.attack("{\"text\":\"\u0000\"}")))
                .endsWith("--data-binary @" + folder.resolve("1.body"));
        assertThat(folder.resolve("1.body"))
                .hasBinaryContent("{\"text\":\"\u0000\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void putsARequestThatCurlWouldNotSendIntoAFile() {
        assertThat(repeat(Samples.attack("").with("X-Odd", "\u0007")))
                .startsWith("nc ")
                .contains("1.http");
        assertThat(folder.resolve("1.http")).exists();
    }

    private String repeat(Attack attack) {
        Exchange exchange = new Exchange(
                Samples.request(Kind.HOSTILE, Caller.HOME.getFirst(), attack),
                attack,
                "1",
                new Answer(500, Map.of(), new byte[0], Duration.ZERO));
        return new Repetition(Samples.GATEWAY, folder).of(exchange, 1).getFirst();
    }
}
