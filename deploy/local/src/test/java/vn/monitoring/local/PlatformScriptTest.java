package vn.monitoring.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script in the project's root, called as a person calls it.
class PlatformScriptTest {

    private static final Path ROOT = Path.of(System.getProperty("monitoring.root"));

    @TempDir
    Path home;

    private record Answer(int exit, String text) {}

    @Test
    void tellsItsCommands() throws Exception {
        Answer answer = platform("--help");

        assertThat(answer.exit()).isZero();
        assertThat(answer.text())
                .contains("up [--detach]", "down", "status", "logs", "reset", "demo", "test", "format");
    }

    @Test
    void refusesACommandItDoesNotKnow() throws Exception {
        Answer answer = platform("fly");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text()).contains("Unknown command: fly.");
    }

    @Test
    void hasNoLogsBeforeTheFirstStart() throws Exception {
        Answer answer = platform("logs");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text()).isEqualTo("There are no logs yet: run ./platform up.\n");
    }

    private Answer platform(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("platform").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PLATFORM_HOME", home.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
