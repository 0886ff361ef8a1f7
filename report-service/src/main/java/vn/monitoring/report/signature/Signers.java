package vn.monitoring.report.signature;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;

/// Finds the key that a unit's documents are signed with: its own, else the platform's seal.
///
/// `monitoring.signature.keys` names a PKCS #12 file; an entry's alias is a unit's code, or `seal`. It
/// is read at the first
/// signature, so that a service without keys starts and does everything else.
@ApplicationScoped
class Signers {

    private static final Logger LOG = Logger.getLogger(Signers.class);
    private static final String SEAL = "seal";

    private final Optional<Path> file;
    private final char[] password;
    private @Nullable KeyStore keys;

    Signers(
            @ConfigProperty(name = "monitoring.signature.keys") Optional<Path> file,
            @ConfigProperty(name = "monitoring.signature.keys-password") Optional<String> password) {
        this.file = file;
        this.password = password.orElse("").toCharArray();
    }

    /// @throws Problem 503 SIGNING_UNAVAILABLE without a key, or with one that cannot be read
    Signer get(String unitCode) {
        Path path = file.orElseThrow(Signers::unavailable);
        try {
            KeyStore store = read(path);
            String alias = store.isKeyEntry(unitCode) ? unitCode : SEAL;
            if (!store.isKeyEntry(alias)) {
                LOG.errorf("%s holds neither a key of %s nor one named %s", path, unitCode, SEAL);
                throw unavailable();
            }
            return new FileSigner(
                    (PrivateKey) store.getKey(alias, password),
                    Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (IOException | GeneralSecurityException e) {
            LOG.errorf(e, "cannot read the keys that sign documents from %s", path);
            throw unavailable();
        }
    }

    private synchronized KeyStore read(Path path) throws IOException, GeneralSecurityException {
        KeyStore known = keys;
        if (known == null) {
            known = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(path)) {
                known.load(in, password);
            }
            keys = known;
        }
        return known;
    }

    private static Problem unavailable() {
        return new Problem(
                SignatureProblem.SIGNING_UNAVAILABLE,
                "Hệ thống chưa có khóa ký số dùng được. Báo người quản trị cấu hình SIGNATURE_KEYS rồi ban hành lại; chưa có gì thay đổi.",
                "No usable signing key is configured. Have an operator set SIGNATURE_KEYS, then issue again; nothing was changed.");
    }
}
