package vn.monitoring.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:00Z");
    private static final List<HeadsFile.Head> HEADS =
            List.of(new HeadsFile.Head(0, 12, "ab".repeat(32)), new HeadsFile.Head(7, 1, "cd".repeat(32)));

    @TempDir
    Path folder;

    private KeyPair keys;
    private SigningKey key;

    @BeforeEach
    void makeKey() throws GeneralSecurityException, IOException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())));
        key = SigningKey.read(file);
    }

    @Test
    void signsEachLineAndNamesTheOneBefore() throws Exception {
        HeadsFile file = file();
        file.append(NOVEMBER, HEADS);
        file.append(NOVEMBER, HEADS);

        List<String> lines = Files.readAllLines(november());
        String content = lines.getFirst().split(" ")[0];
        assertThat(content)
                .isEqualTo(
                        "{\"service\":\"task-service\",\"instance\":\"pod-1\",\"line\":1,\"at\":\"2026-11-30T23:59:00Z\",\"previous\":\""
                                + "0".repeat(64) + "\",\"heads\":[[0,12,\"" + "ab".repeat(32) + "\"],[7,1,\""
                                + "cd".repeat(32)
                                + "\"]]}");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(keys.getPublic());
        check.update(content.getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getDecoder().decode(lines.getFirst().split(" ")[1])))
                .isTrue();
        assertThat(lines.get(1)).contains("\"line\":2,", "\"previous\":\"" + sha256(lines.getFirst()) + "\"");
    }

    @Test
    void goesOnAfterARestartAndBeginsAFileEachMonth() throws Exception {
        file().append(NOVEMBER, HEADS);
        Files.writeString(november(), "{\"service\":\"task-serv", StandardOpenOption.APPEND);
        HeadsFile restarted = file();
        restarted.append(NOVEMBER, HEADS);
        restarted.append(NOVEMBER.plusSeconds(60), HEADS);

        List<String> lines = Files.readAllLines(november());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("\"line\":2,", "\"previous\":\"" + sha256(lines.getFirst()) + "\"");
        assertThat(Files.readAllLines(folder.resolve("task-service.pod-1.2026-12.heads")))
                .singleElement()
                .asString()
                .contains("\"line\":1,", "\"previous\":\"" + "0".repeat(64));
    }

    @Test
    void refusesAKeyOfAnotherKind() throws IOException {
        Path file = Files.writeString(
                folder.resolve("other.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        assertThatThrownBy(() -> SigningKey.read(file)).hasMessageContaining("no Ed25519 key");
    }

    private HeadsFile file() {
        return new HeadsFile(folder, "task-service", "pod-1", key);
    }

    private Path november() {
        return folder.resolve("task-service.pod-1.2026-11.heads");
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
