package vn.monitoring.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A program of the building machine or of its JDK.
final class Tool {

    private Tool() {}

    /// Runs it to its end.
    ///
    /// @return what it has written
    static String run(List<String> command) {
        try {
            Result result = end(command);
            if (result.code() != 0) {
                throw new ImageFailure("%s ended with %d: %s"
                        .formatted(
                                command.getFirst(),
                                result.code(),
                                result.output().strip()));
            }
            return result.output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks it, where it may be missing or have no answer.
    static Optional<String> ask(List<String> command) {
        try {
            Result result = end(command);
            return result.code() == 0 ? Optional.of(result.output().strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record Result(int code, String output) {}

    private static Result end(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageFailure("interrupted while %s ran".formatted(command.getFirst()), e);
        }
    }
}
