package vn.monitoring.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.process.PlatformFailure;
import vn.monitoring.local.runtime.Folders;

/// Puts prepared data and keys in place of a home's own, both or neither.
///
/// They are prepared in a folder of the home and moved by renaming. A file that says that everything is
/// ready is written before the first renaming and deleted after the last: while it is there, the
/// renamings can be done again to the end, and the platform does not start.
final class Placement {

    private static final List<String> PARTS = List.of("data", "secrets");

    private final Home home;
    private final Path folder;
    private final Path ready;

    Placement(Home home) {
        this.home = home;
        this.folder = home.restoring();
        this.ready = folder.resolve("ready");
    }

    /// The home in which the data is prepared.
    Home prepared() {
        return new Home(folder);
    }

    boolean isInterrupted() {
        return Files.exists(ready);
    }

    /// Ends what an earlier restore has begun to put in place.
    ///
    /// @return whether it was the same backup, so that nothing else is to be done
    boolean finishInterrupted(String restorePoint) throws IOException {
        if (!isInterrupted()) {
            return false;
        }
        boolean same = Files.readString(ready).equals(restorePoint);
        place();
        return same;
    }

    /// Begins anew, whatever an earlier restore has left.
    void begin() throws IOException {
        Folders.delete(folder);
        Files.createDirectories(prepared().data());
    }

    /// Puts what is prepared in place.
    void finish(String restorePoint) throws IOException {
        for (String part : PARTS) {
            if (!Files.isDirectory(folder.resolve(part))) {
                throw new PlatformFailure(
                        "The backup is not restored",
                        "it holds no " + part,
                        "The data is as it was; take another backup");
            }
        }
        Path fresh = folder.resolve("ready.new");
        Files.writeString(fresh, restorePoint);
        Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        place();
    }

    private void place() throws IOException {
        for (String part : PARTS) {
            Path prepared = folder.resolve(part);
            Path place = home.folder().resolve(part);
            if (!Files.exists(prepared)) {
                continue;
            }
            if (Files.exists(place)) {
                Files.move(place, folder.resolve("replaced-" + part), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(prepared, place, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(ready);
        Folders.delete(folder);
    }
}
