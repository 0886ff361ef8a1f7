package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.monitoring.local.process.PlatformFailure;

/// How to run PostgreSQL, which refuses root, when the launcher itself is root.
///
/// A user namespace comes first: the process sees itself as nobody and still may use our files. Where the kernel
/// forbids namespaces the process really becomes another user, to whom the data then belongs.
record PlainUser(List<String> prefix, boolean ownsFiles) {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    static PlainUser find() {
        if (!"0".equals(output("id", "-u"))) {
            return new PlainUser(List.of(), false);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new PlainUser(List.of("unshare", "-U"), false);
        }
        for (String user : CANDIDATES) {
            String uid = output("id", "-u", user);
            String gid = output("id", "-g", user);
            if (uid.isEmpty() || gid.isEmpty()) {
                continue;
            }
            List<String> setpriv = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
            if (succeeds(with(setpriv, "true"))) {
                return new PlainUser(setpriv, true);
            }
            List<String> chroot = List.of("chroot", "--userspec=" + uid + ":" + gid, "--skip-chdir", "/");
            if (succeeds(with(chroot, "true"))) {
                return new PlainUser(chroot, true);
            }
        }
        throw new PlatformFailure(
                "PostgreSQL cannot run here",
                "it refuses root, and neither unshare, setpriv nor chroot can run it as another user",
                "Start the platform as a plain user");
    }

    List<String> command(String... command) {
        return List.of(with(prefix, command));
    }

    /// Hands a folder to the user, and checks that it can come in from above.
    void own(Path folder) {
        if (!ownsFiles) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            String owner = prefix.getFirst().equals("setpriv")
                    ? prefix.get(1).substring("--reuid=".length())
                    : prefix.get(1).substring("--userspec=".length());
            for (List<Path> some : inBatches(paths.toList())) {
                List<String> command = new ArrayList<>(List.of("chown", "-h", owner));
                some.forEach(path -> command.add(path.toString()));
                output(command.toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!succeeds(with(prefix, "test", "-w", folder.toString()))) {
            throw new PlatformFailure(
                    "PostgreSQL cannot use " + folder,
                    "it refuses root, and the plain user it runs as cannot enter that folder",
                    "Move the project to a place every user can enter, or start the platform as a plain user");
        }
    }

    private static List<List<Path>> inBatches(List<Path> paths) {
        List<List<Path>> batches = new ArrayList<>();
        for (int from = 0; from < paths.size(); from += 500) {
            batches.add(paths.subList(from, Math.min(from + 500, paths.size())));
        }
        return batches;
    }

    private static String[] with(List<String> prefix, String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toArray(String[]::new);
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What the command prints, without the line's end; nothing when there is no such command or user.
    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
