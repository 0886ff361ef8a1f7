package vn.monitoring.local.component;

import java.nio.file.Path;

/// The folder of one platform: what it stores, what it logs and which processes are its own.
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path data() {
        return folder.resolve("data");
    }

    /// Where the services write the signed heads of their audit trails: with the data, outside of the database.
    public Path auditHeads() {
        return data().resolve("audit-heads");
    }

    /// The key under which the databases hold what they must not show.
    public Path sealingKey() {
        return data().resolve("sealing.key");
    }

    /// Where a restore prepares what it then puts in place.
    public Path restoring() {
        return folder.resolve("restoring");
    }

    /// Keys that were made here at the first start and belong in no repository.
    public Path secrets() {
        return folder.resolve("secrets");
    }

    public Path auditKey() {
        return secrets().resolve("audit-key.pem");
    }

    public Path auditPublicKey() {
        return secrets().resolve("audit-key.pub.pem");
    }

    /// The key that signs issued documents (PKCS #12).
    public Path documentKeys() {
        return secrets().resolve("document-keys.p12");
    }

    public Path documentKeysPassword() {
        return secrets().resolve("document-keys.password");
    }

    /// The certificate of the authority that certified it.
    public Path documentTrust() {
        return secrets().resolve("document-trust.pem");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    public Path marks() {
        return folder.resolve("run");
    }

    /// The ports the platform has last been started on.
    public Path ports() {
        return marks().resolve("ports");
    }

    /// What the platform is doing as a whole.
    public Path state() {
        return marks().resolve("state");
    }

    public Path mark(String component) {
        return marks().resolve(component + ".pid");
    }
}
