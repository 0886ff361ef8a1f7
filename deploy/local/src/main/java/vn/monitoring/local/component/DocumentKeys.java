package vn.monitoring.local.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The seal with which this platform signs the documents it issues, and the certificate of the authority
/// behind it: for trying things out, made at the first start, readable by their owner only.
///
/// The authority's own key is thrown away once it has signed the seal's certificate, so that nobody can
/// have another one from it.
final class DocumentKeys {

    private static final String AUTHORITY = "authority";
    private static final String SEAL = "seal";
    private static final String VALID_DAYS = "3650";
    private static final int PASSWORD_BYTES = 24;

    private DocumentKeys() {}

    /// The report-service's settings for them.
    static synchronized Map<String, String> of(Home home) {
        try {
            if (Files.notExists(home.documentKeys())) {
                make(home);
            }
            return Map.of(
                    "SIGNATURE_KEYS", home.documentKeys().toString(),
                    "SIGNATURE_KEYS_PASSWORD", Files.readString(home.documentKeysPassword()),
                    "SIGNATURE_TRUST", home.documentTrust().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make the keys that sign documents", e);
        }
    }

    private static void make(Home home) throws IOException, GeneralSecurityException {
        Files.createDirectories(home.secrets());
        Files.setPosixFilePermissions(home.secrets(), PosixFilePermissions.fromString("rwx------"));
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path fresh = home.secrets().resolve("document-keys.new");
        Files.deleteIfExists(fresh);
        keytool(
                fresh,
                password,
                AUTHORITY,
                "CN=Demo authority, O=Demo authority (not for production)",
                List.of("-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign,cRLSign"));
        keytool(
                fresh,
                password,
                SEAL,
                "CN=Demo seal, O=Demo platform (not for production)",
                List.of("-ext", "ku:c=digitalSignature,nonRepudiation", "-signer", AUTHORITY));

        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(fresh)) {
            store.load(in, password.toCharArray());
        }
        String authority = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate(AUTHORITY).getEncoded());
        write(
                home.documentTrust(),
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(authority));
        write(home.documentKeysPassword(), password);
        store.deleteEntry(AUTHORITY);
        write(fresh, "");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            store.store(out, password.toCharArray());
        }
        Files.move(fresh, home.documentKeys(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void keytool(Path store, String password, String alias, String subject, List<String> more)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                subject,
                "-keyalg",
                "RSA",
                "-keysize",
                "3072",
                "-validity",
                VALID_DAYS,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "STORE_PASSWORD"));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STORE_PASSWORD", password);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keys were made", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
