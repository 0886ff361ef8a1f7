package vn.monitoring.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentKeysTest {

    @TempDir
    Path folder;

    @Test
    void makesASealOnceAndThrowsTheAuthoritysKeyAway() throws IOException, GeneralSecurityException {
        Home home = new Home(folder);
        Map<String, String> settings = DocumentKeys.of(home);
        byte[] first = Files.readAllBytes(home.documentKeys());

        assertThat(DocumentKeys.of(home))
                .isEqualTo(settings)
                .containsEntry("SIGNATURE_KEYS", home.documentKeys().toString());
        assertThat(Files.readAllBytes(home.documentKeys())).isEqualTo(first);
        for (Path file : new Path[] {home.documentKeys(), home.documentKeysPassword(), home.documentTrust()}) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        char[] password = Files.readString(home.documentKeysPassword()).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(home.documentKeys())) {
            store.load(in, password);
        }
        assertThat(Collections.list(store.aliases())).containsExactly("seal");
        assertThat(store.getKey("seal", password)).isNotNull();
        try (InputStream in = Files.newInputStream(home.documentTrust())) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.getCertificate("seal").verify(authority.getPublicKey());
        }
    }
}
