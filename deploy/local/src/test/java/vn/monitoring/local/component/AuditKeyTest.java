package vn.monitoring.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeyTest {

    @TempDir
    Path folder;

    @Test
    void makesAPairThatFitsOnceAndForItsOwnerOnly() throws IOException, GeneralSecurityException {
        Home home = new Home(folder);
        AuditKey.makeIfMissing(home);
        String first = Files.readString(home.auditKey());
        AuditKey.makeIfMissing(home);

        assertThat(Files.readString(home.auditKey())).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(home.auditKey()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(home.auditKey()))));
        byte[] signed = signature.sign();
        signature.initVerify(factory.generatePublic(new X509EncodedKeySpec(bytes(home.auditPublicKey()))));
        assertThat(signature.verify(signed)).isTrue();
    }

    private static byte[] bytes(Path pem) throws IOException {
        return Base64.getDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", ""));
    }
}
