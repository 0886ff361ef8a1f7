package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.monitoring.local.process.PlatformFailure;

/// How to run PostgreSQL, which refuses root, when the launcher itself is root.
///
/// A user namespace comes first: the process sees itself as nobody and still may use our files. Where the kernel
/// forbids namespaces the process really becomes another user, to whom the data then belongs.
///
/// @param prefix the command that changes the user and then runs what follows
/// @param owner user and group, as numbers, that PostgreSQL's files must belong to
record PlainUser(List<String> prefix, Optional<String> owner) {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    static PlainUser find() {
        if (!"0".equals(output("id", "-u"))) {
            return new PlainUser(List.of(), Optional.empty());
        }
        if (succeeds("unshare", "-U", "true")) {
            return new PlainUser(List.of("unshare", "-U"), Optional.of("0:0"));
        }
        for (String user : CANDIDATES) {
            String uid = output("id", "-u", user);
            String gid = output("id", "-g", user);
            if (uid.isEmpty() || gid.isEmpty()) {
                continue;
            }
            List<String> setpriv = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
            if (succeeds(with(setpriv, "true"))) {
                return new PlainUser(setpriv, Optional.of(uid + ":" + gid));
            }
            List<String> chroot = List.of("chroot", "--userspec=" + uid + ":" + gid, "--skip-chdir", "/");
            if (succeeds(with(chroot, "true"))) {
                return new PlainUser(chroot, Optional.of(uid + ":" + gid));
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

    /// Hands a file or a folder to the user, and checks that it can come in from above.
    void own(Path path) {
        if (owner.isEmpty()) {
            return;
        }
        if (!owner.get().equals(ownerOf(path))) {
            output("chown", "-R", owner.get(), path.toString());
        }
        if (!succeeds(with(prefix, "test", "-w", path.toString()))) {
            throw new PlatformFailure(
                    "PostgreSQL cannot use " + path,
                    "it refuses root, and the plain user it runs as cannot write there",
                    "Move the project to a place every user can enter, or start the platform as a plain user");
        }
    }

    /// Lets the user pass through a folder of ours on the way to its own.
    void letThrough(Path folder) {
        if (owner.isEmpty()) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(folder));
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(folder, permissions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ownerOf(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid") + ":" + Files.getAttribute(path, "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
