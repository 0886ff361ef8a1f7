package vn.monitoring.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;

/// The audit trails of a running platform.
public final class Trails {

    private static final List<String> DATABASES = List.of("indicator", "task", "report");

    private Trails() {}

    /// Verifies all of them.
    ///
    /// @param data whether the tables are compared with them too
    /// @throws IOException when the public key of the signed heads cannot be read
    /// @throws SQLException when a database does not answer
    public static List<Verification.Result> verify(Home home, Ports ports, boolean data)
            throws IOException, GeneralSecurityException, SQLException {
        PublicKey key = publicKey(home.auditPublicKey());
        List<Verification.Result> results = new ArrayList<>();
        for (String database : DATABASES) {
            results.add(new Verification(home.auditHeads(), key, data)
                    .of(
                            database + "-service",
                            "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database,
                            database,
                            database));
        }
        return results;
    }

    /// @param file PEM, as `openssl pkey -pubout` writes it
    static PublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
