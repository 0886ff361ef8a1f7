package vn.monitoring.bench.faults.work;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.monitoring.client.Json;

/// Keeps every request and every answer of every client: on disk, a JSON object a line, written before the client goes
/// on, and in memory. Only ever added to; safe for many threads.
public final class Journal implements AutoCloseable {

    private final BufferedWriter out;
    private final Recording recording = new Recording();

    private Journal(BufferedWriter out) {
        this.out = out;
    }

    /// Begins a journal; a file that is there is an error, since it is the evidence of another run.
    ///
    /// @throws UncheckedIOException when the file is there or cannot be written
    public static Journal at(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new Journal(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds a line.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public synchronized void add(JournalLine line) {
        try {
            out.write(Json.write(line));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recording.take(line);
    }

    /// What it says so far.
    public Recording recording() {
        return recording;
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
