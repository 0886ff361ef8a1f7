package vn.monitoring.report.signature;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Keys that live as long as a test run: an authority, the platform's seal and a key of unit 11002.
public final class SigningKeys implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "for-tests-only";

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2060-01-01T00:00:00Z");

    private final Path folder;

    public SigningKeys() {
        this(newFolder());
    }

    SigningKeys(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, String> start() {
        make();
        return Map.of(
                "monitoring.signature.keys", keys().toString(),
                "monitoring.signature.keys-password", PASSWORD,
                "monitoring.signature.trust", trust().toString());
    }

    @Override
    public void stop() {
        try {
            Files.deleteIfExists(keys());
            Files.deleteIfExists(trust());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path keys() {
        return folder.resolve("keys.p12");
    }

    Path trust() {
        return folder.resolve("trust.pem");
    }

    SigningKeys make() {
        try {
            KeyPair authority = pair("RSA", 2048);
            X509Certificate root = certificate(
                    "CN=Test CA, O=Test authority", authority, "CN=Test CA, O=Test authority", authority, true, UNTIL);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            add(store, "seal", "CN=Seal, O=Monitoring platform", pair("RSA", 2048), authority, root, UNTIL);
            add(store, "11002", "CN=UBND, O=UBND phường Thạch Khôi", pair("EC", 256), authority, root, UNTIL);
            try (OutputStream out = Files.newOutputStream(keys())) {
                store.store(out, PASSWORD.toCharArray());
            }
            Files.writeString(
                    trust(),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(root.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(
            KeyStore store,
            String alias,
            String subject,
            KeyPair keys,
            KeyPair authority,
            X509Certificate root,
            Instant until)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        PrivateKey key = keys.getPrivate();
        X509Certificate certificate =
                certificate(subject, keys, "CN=Test CA, O=Test authority", authority, false, until);
        store.setKeyEntry(alias, key, PASSWORD.toCharArray(), new Certificate[] {certificate, root});
    }

    private static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, KeyPair authority, boolean isAuthority, Instant until)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                new BigInteger(64, new java.security.SecureRandom()),
                Date.from(FROM),
                Date.from(until),
                new X500Name(subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(isAuthority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.getPrivate())));
    }

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("signing-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
