package vn.monitoring.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/// A short name for a content: twelve hexadecimal digits of its SHA-256.
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /// Adds a file, or every file below a folder with its place in it.
    ///
    /// Of a file its size and CRC-32 are taken: hundreds of megabytes are read at each start, and this checksum
    /// runs at the speed of memory.
    Fingerprint add(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(path.relativize(file).toString());
                add(Files.size(file) + " " + checksum(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = Files.newInputStream(file);
                OutputStream sink = new CheckedOutputStream(OutputStream.nullOutputStream(), checksum)) {
            in.transferTo(sink);
        }
        return checksum.getValue();
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }
}
