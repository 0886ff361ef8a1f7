package vn.monitoring.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the figures were measured on.
///
/// @param memoryMegabytes of the whole machine
/// @param loadBefore the system's load average over the last minute, before the first benchmark: what others were doing
/// @param commit of the measured sources, with `+` when there were changes beside it
public record Machine(
        int cores,
        String processor,
        long memoryMegabytes,
        String system,
        String jdk,
        String postgresql,
        double loadBefore,
        String commit) {

    public static Machine here(String postgresql, Path project) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                megabytes(field("/proc/meminfo", "MemTotal")),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                postgresql,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                commit(project));
    }

    private static long megabytes(String kilobytes) {
        String digits = kilobytes.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) / 1024;
    }

    private static String field(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException | UncheckedIOException e) {
            return "unknown";
        }
    }

    private static String commit(Path project) {
        String head = git(project, "rev-parse", "--short=12", "HEAD");
        return git(project, "status", "--porcelain", "--untracked-files=no").isEmpty() ? head : head + "+";
    }

    private static String git(Path project, String... words) {
        try {
            String[] command = Stream.concat(Stream.of("git", "-C", project.toString()), Stream.of(words))
                    .toArray(String[]::new);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
