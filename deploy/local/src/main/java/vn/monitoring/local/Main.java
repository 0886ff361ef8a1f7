package vn.monitoring.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.runtime.Project;

/// The launcher's command line, called by the `platform` script in the project's root.
///
/// Exit codes: 0 done, 1 failed, 2 wrong call, 3 nothing is running.
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Home home = new Home(Path.of(option(words, "--home").orElse(".platform")));
        Project project = new Project(Path.of(option(words, "--project").orElse(".")));
        System.exit(run(words, new Commands(home, project)));
    }

    private static int run(List<String> words, Commands commands) {
        try {
            int offset = Integer.parseInt(option(words, "--port-offset").orElse("0"));
            int replicas = Integer.parseInt(option(words, "--replicas").orElse("1"));
            if (!words.isEmpty() && words.getFirst().equals("backup")) {
                return backup(words, commands);
            }
            if (!words.isEmpty() && words.getFirst().equals("restore")) {
                return restore(words, commands);
            }
            return switch (String.join(" ", words)) {
                case "up" -> commands.up(offset, replicas);
                case "up --detach" -> commands.upDetached(offset, replicas);
                case "down" -> commands.down();
                case "status" -> commands.status();
                case "reset" -> commands.reset(false);
                case "reset --yes" -> commands.reset(true);
                case "demo" -> commands.demo(offset);
                default -> wrongCall("Unknown command: " + String.join(" ", words));
            };
        } catch (NumberFormatException e) {
            System.err.println("--port-offset and --replicas take a number, as in --port-offset 1000.");
            return WRONG_CALL;
        } catch (IllegalArgumentException wrong) {
            return wrongCall(String.valueOf(wrong.getMessage()));
        } catch (PlatformFailure failure) {
            System.err.println(failure.getMessage());
            return FAILED;
        }
    }

    private static int backup(List<String> words, Commands commands) {
        boolean json = words.remove("--json");
        return words.size() == 2
                ? commands.backup(Path.of(words.getLast()), json)
                : wrongCall("backup takes one folder, which it makes");
    }

    private static int restore(List<String> words, Commands commands) {
        boolean confirmed = words.remove("--yes");
        return words.size() == 2
                ? commands.restore(Path.of(words.getLast()), confirmed)
                : wrongCall("restore takes the folder of a backup");
    }

    private static int wrongCall(String what) {
        System.err.println(what + ". See ./platform --help.");
        return WRONG_CALL;
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }
}
