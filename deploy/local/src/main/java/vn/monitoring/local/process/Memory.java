package vn.monitoring.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How much memory processes keep resident, in bytes.
///
/// Pages that several processes share count once (the kernel's proportional set size), so that the figures add up;
/// where the kernel does not tell, `ps` gives the plain resident set.
public final class Memory {

    private Memory() {}

    /// Of a process with everything it has started.
    public static long ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::ofOne)
                .sum();
    }

    /// Of a process without its children.
    public static long ofOne(ProcessHandle process) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
            return lines.stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return ofPs(process.pid());
        }
    }

    private static long ofPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String kilobytes =
                    new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            return kilobytes.isBlank() ? 0 : Long.parseLong(kilobytes.strip()) * 1024;
        } catch (IOException e) {
            return 0;
        }
    }
}
