package vn.monitoring.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The key pair with which the services sign the heads of their audit trails: made at the first start of a platform,
/// kept outside of its databases, readable by its owner only.
final class AuditKey {

    private AuditKey() {}

    static synchronized void makeIfMissing(Home home) {
        if (Files.exists(home.auditKey())) {
            return;
        }
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.createDirectories(home.secrets());
            Files.setPosixFilePermissions(home.secrets(), PosixFilePermissions.fromString("rwx------"));
            write(home.auditPublicKey(), "PUBLIC KEY", keys.getPublic().getEncoded());
            write(home.auditKey(), "PRIVATE KEY", keys.getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String kind, byte[] encoded) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(encoded)));
    }
}
