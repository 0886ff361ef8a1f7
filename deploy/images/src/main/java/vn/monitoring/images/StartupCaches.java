package vn.monitoring.images;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The start-up caches that have been recorded, each for the one content of an image that it fits.
final class StartupCaches {

    private final Path folder;
    private final Recording recording;
    private final Options options;

    StartupCaches(Path folder, Recording recording, Options options) {
        this.folder = folder;
        this.recording = recording;
        this.options = options;
    }

    /// The cache that fits an image, recorded now if it is missing, wanted and possible.
    ///
    /// @param image described without a cache
    /// @param file the same image as it was written
    Optional<Path> find(ApplicationImage image, ImageFile file) throws IOException, InterruptedException {
        Path cache = folder.resolve("%s-%s.aot".formatted(image.name(), file.content()));
        if (Files.exists(cache)) {
            return Optional.of(cache);
        }
        if (!options.recording()) {
            return Optional.empty();
        }
        if (options.base().isPresent()) {
            System.out.println("No start-up cache is recorded on an image with another base.");
            return Optional.empty();
        }
        if (!Container.isPossible()) {
            System.out.println("No start-up cache is recorded: that takes Linux and root.");
            return Optional.empty();
        }
        System.out.println("Recording the start-up cache of " + image.name() + ", once for this content …");
        Path fresh = recording.record(image, file);
        Files.createDirectories(folder);
        deleteOthers(image.name());
        Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(cache);
    }

    private void deleteOthers(String name) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, name + "-*.aot")) {
            for (Path other : all) {
                Files.delete(other);
            }
        }
    }
}
