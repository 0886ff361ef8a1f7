package vn.monitoring.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A pid file that cannot mistake a later process for the one it was written for.
///
/// A pid is reused; a process is recognised by its pid, its moment of birth and its program together. On Linux the
/// moment is the kernel's tick count with the id of the boot, which no correction of the clock can move.
public record ProcessMark(long pid, String birth, String program) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /// @param program the program the process runs, as the kernel names it (links resolved)
    public static ProcessMark of(ProcessHandle process, Path program) {
        return new ProcessMark(process.pid(), birth(process), real(program));
    }

    public static Optional<ProcessMark> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 3) {
                return Optional.empty();
            }
            return Optional.of(new ProcessMark(Long.parseLong(lines.get(0)), lines.get(1), lines.get(2)));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, pid + "\n" + birth + "\n" + program + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The marked process, if it still runs; a process that only waits to be reaped does not.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> program.equals(process.info().command().orElse("")))
                .filter(process -> birth.equals(birth(process)));
    }

    private static String birth(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // Field 2 is the program's name in brackets and may hold blanks; field 22 is the start in ticks.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Files.readString(BOOT_ID).strip() + ":" + fields[19];
        } catch (IOException e) {
            return process.info().startInstant().map(Instant::toString).orElse("unknown");
        }
    }

    private static String real(Path program) {
        try {
            return program.toRealPath().toString();
        } catch (IOException e) {
            return program.toString();
        }
    }
}
