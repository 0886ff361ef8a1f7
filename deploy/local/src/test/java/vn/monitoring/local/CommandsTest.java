package vn.monitoring.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.process.Launch;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.runtime.Project;

class CommandsTest {

    private static final Path SLEEP = Path.of("/bin/sleep");

    @TempDir
    Path folder;

    private Home home;
    private Commands commands;

    @BeforeEach
    void makeCommands() throws IOException {
        home = new Home(folder);
        commands = new Commands(home, new Project(folder));
        Files.createDirectories(home.data());
        Files.writeString(home.data().resolve("figures"), "17");
    }

    @Test
    void resetDeletesTheDataAndNothingElse() throws IOException {
        Files.createDirectories(home.logs());

        assertThat(commands.reset(true)).isZero();

        assertThat(home.data()).doesNotExist();
        assertThat(home.logs()).exists();
    }

    @Test
    void resetRefusesWhileSomethingRuns() {
        Launch sleep = new Launch(List.of(SLEEP.toString(), "60"), SLEEP, Map.of(), folder);
        ManagedProcess process = ManagedProcess.start(sleep, home.log("task-service"), home.mark("task-service"));
        try {
            assertThatThrownBy(() -> commands.reset(true))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("./platform down");
            assertThat(home.data()).exists();
        } finally {
            ManagedProcess.kill(process.handle());
        }
    }

    @Test
    void restoreRefusesWhileSomethingRunsAndBackupWhileNothingDoes() {
        Path backup = folder.resolve("backup");
        assertThatThrownBy(() -> commands.backup(backup, false))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("./platform up");
        Launch sleep = new Launch(List.of(SLEEP.toString(), "60"), SLEEP, Map.of(), folder);
        ManagedProcess process = ManagedProcess.start(sleep, home.log("task-service"), home.mark("task-service"));
        try {
            assertThatThrownBy(() -> commands.restore(backup, true))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("./platform down");
        } finally {
            ManagedProcess.kill(process.handle());
        }
        assertThat(home.data().resolve("figures")).hasContent("17");
        assertThat(backup).doesNotExist();
    }

    @Test
    void downAndStatusAreContentWithNothingRunning() {
        assertThat(commands.down()).isZero();
        assertThat(commands.status()).isEqualTo(3);
    }

    @Test
    void upSaysWhatIsMissingWhenNothingIsBuilt() {
        assertThatThrownBy(() -> commands.up(0, 1))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("is not built")
                .hasMessageNotContaining("\n");
    }
}
