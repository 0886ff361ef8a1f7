package vn.monitoring.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarkTest {

    private static final Path SLEEP = Path.of("/bin/sleep");

    @TempDir
    Path folder;

    private Process sleeper;

    @BeforeEach
    void startSleeper() throws IOException {
        sleeper = new ProcessBuilder(SLEEP.toString(), "60").start();
    }

    @AfterEach
    void endSleeper() throws InterruptedException {
        sleeper.destroyForcibly().waitFor();
    }

    @Test
    void findsTheProcessItWasWrittenFor() {
        ProcessMark.of(sleeper.toHandle(), SLEEP).write(file());

        assertThat(ProcessMark.read(file()).flatMap(ProcessMark::find)).contains(sleeper.toHandle());
    }

    @Test
    void doesNotTakeALaterProcessWithTheSamePidForIt() {
        ProcessMark mark = ProcessMark.of(sleeper.toHandle(), SLEEP);

        assertThat(new ProcessMark(mark.pid(), "another-boot:17", mark.program()).find())
                .isEmpty();
        assertThat(new ProcessMark(mark.pid(), mark.birth(), "/usr/bin/postgres").find())
                .isEmpty();
    }

    @Test
    void findsNothingOnceTheProcessHasEnded() throws InterruptedException {
        ProcessMark mark = ProcessMark.of(sleeper.toHandle(), SLEEP);
        sleeper.destroyForcibly().waitFor();

        assertThat(mark.find()).isEmpty();
    }

    @Test
    void readsNothingFromAMissingOrBrokenFile() throws IOException {
        assertThat(ProcessMark.read(file())).isEmpty();

        Files.writeString(file(), "no pid\nat\nall\n");
        assertThat(ProcessMark.read(file())).isEmpty();

        Files.writeString(file(), "17\n");
        assertThat(ProcessMark.read(file())).isEmpty();
    }

    private Path file() {
        return folder.resolve("sleeper.pid");
    }
}
