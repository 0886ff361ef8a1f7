package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The key under which this platform's services seal what their databases must not show. Made once and kept beside the
/// data, with which it is deleted: without it that part of the data cannot be read again.
final class SealingKey {

    private static final int BYTES = 32;

    private SealingKey() {}

    /// As the services' setting SEALING_KEYS wants it.
    static synchronized String of(Home home) {
        Path file = home.sealingKey();
        try {
            if (Files.notExists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                Files.createDirectories(home.data());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file, "local:" + Base64.getEncoder().encodeToString(key), StandardOpenOption.TRUNCATE_EXISTING);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
