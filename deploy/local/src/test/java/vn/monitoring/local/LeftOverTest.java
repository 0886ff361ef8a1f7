package vn.monitoring.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.process.Launch;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.ProcessMark;
import vn.monitoring.local.process.Progress;

class LeftOverTest {

    private static final Path SLEEP = Path.of("/bin/sleep");

    @TempDir
    Path folder;

    private Home home;
    private ManagedProcess process;

    @BeforeEach
    void startProcess() {
        home = new Home(folder);
        Launch sleep = new Launch(List.of(SLEEP.toString(), "60"), SLEEP, Map.of(), folder);
        process = ManagedProcess.start(sleep, home.log("gateway"), home.mark("gateway"));
    }

    @AfterEach
    void endProcess() {
        ManagedProcess.kill(process.handle());
    }

    @Test
    void stopsWhatAKilledLauncherHasLeftRunning() {
        assertThat(Status.of(home).isAnythingRunning()).isTrue();

        LeftOver.stop(home, Progress.silent());

        assertThat(process.isAlive()).isFalse();
        assertThat(home.mark("gateway")).doesNotExist();
        assertThat(Status.of(home).isAnythingRunning()).isFalse();
    }

    @Test
    void sparesAForeignProcessThatNowHasThePid() throws IOException {
        new ProcessMark(process.pid(), "another-boot:17", SLEEP.toRealPath().toString()).write(home.mark("gateway"));

        LeftOver.stop(home, Progress.silent());

        assertThat(process.isAlive()).isTrue();
        assertThat(home.mark("gateway")).doesNotExist();
    }
}
