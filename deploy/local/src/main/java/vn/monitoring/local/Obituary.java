package vn.monitoring.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.monitoring.local.component.Component;
import vn.monitoring.local.process.ManagedProcess;
import vn.monitoring.local.process.PlatformFailure;

/// Tells why a component's process ended, as far as its exit code and its log show.
final class Obituary {

    private static final Pattern TELLING = Pattern.compile("\\b(FATAL|PANIC|ERROR|Exception|Error)\\b");
    private static final String CAUSE = "Caused by: ";
    private static final int LONGEST = 240;
    private static final int KILLED = 137;

    private Obituary() {}

    static PlatformFailure of(Component component, ManagedProcess process) {
        return new PlatformFailure(
                component.title() + " has stopped", why(process), advice(process.log()), process.log());
    }

    private static String why(ManagedProcess process) {
        int code = process.exitCode();
        if (code == KILLED) {
            return "it was killed (kill -9, or the machine ran out of memory)";
        }
        List<String> lines = lines(process.log());
        Optional<String> cause =
                lines.reversed().stream().filter(line -> line.startsWith(CAUSE)).findFirst();
        Optional<String> complaint =
                lines.stream().filter(line -> TELLING.matcher(line).find()).findFirst();
        return cause.or(() -> complaint)
                .map(line -> "exit code " + code + ", its log says \"" + shortened(line.strip()) + "\"")
                .orElse("exit code " + code);
    }

    private static String advice(Path log) {
        String text = String.join("\n", lines(log));
        if (text.contains("No space left on device")) {
            return "The disk is full: free some space, then start again";
        }
        if (text.contains("Address already in use")) {
            return "Stop the program that uses the port, then start again";
        }
        if (text.contains("FlywayValidateException")) {
            return "The data was made by other migrations than this version has: ./platform reset empties it";
        }
        return "Read its log, then start again";
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
