package vn.monitoring.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// An image run as a container engine runs it with a read-only root: mounts of its own, the image's user, nothing
/// writable but its `/tmp`. It shares the machine's network.
final class Container implements AutoCloseable {

    private static final String START = """
            set -e
            root="$1" tmp="$2"; shift 2
            mount --make-rprivate /
            mkdir -p "$root/proc" "$root/dev" "$root/tmp"
            mount --bind "$root" "$root"
            mount --rbind /proc "$root/proc"
            mount --rbind /dev "$root/dev"
            mount --bind "$tmp" "$root/tmp"
            mount -o remount,bind,ro "$root"
            exec chroot --userspec=65532:65532 "$root" "$@"
            """;

    private final Process process;

    private Container(Process process) {
        this.process = process;
    }

    /// Whether this machine lets this process make namespaces.
    static boolean isPossible() throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux") || !"root".equals(System.getProperty("user.name"))) {
            return false;
        }
        try {
            Process trial = new ProcessBuilder("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// @param root where the image was unpacked
    /// @param tmp the folder that is its `/tmp`
    /// @param environment beside the image's own
    static Container start(
            ImageFile image, Path root, Path tmp, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        List<String> words = new ArrayList<>(
                List.of("unshare", "--mount", "sh", "-c", START, "sh", root.toString(), tmp.toString()));
        // The program that starts is the image's, found by the image's path.
        words.addAll(List.of("/opt/java/bin/java"));
        words.addAll(command.subList(1, command.size()));
        Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(Files.createDirectories(root).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        image.list("Env").forEach(line -> {
            String[] pair = line.split("=", 2);
            if (!pair[0].equals("PATH")) {
                builder.environment().put(pair[0], pair[1]);
            }
        });
        builder.environment().putAll(environment);
        return new Container(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for a program that ends by itself.
    ///
    /// @return its exit code
    int end() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
