package vn.monitoring.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import vn.monitoring.local.component.Home;

/// What a platform is doing as a whole, told by its launcher in a file for other commands to read.
enum State {
    STOPPED,
    STARTING,
    READY,
    STOPPING;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    void write(Home home) {
        try {
            Files.createDirectories(home.marks());
            Files.writeString(home.state(), name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static State read(Home home) {
        try {
            String name = Files.readString(home.state());
            // Between the truncation and the writing of the file a reader sees none.
            return name.isEmpty() ? STOPPED : valueOf(name);
        } catch (NoSuchFileException e) {
            return STOPPED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
