package vn.monitoring.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {

    private static final char[] PASSWORD = "password".toCharArray();

    private final Vertx vertx = Vertx.vertx();
    private final Sender sender = new Sender(vertx, 2, Duration.ofSeconds(5));

    @AfterEach
    void end() {
        sender.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sendsNothingToOneWhoseCertificateNobodyTrusts(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        AtomicInteger received = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            Answer answer = sender.send(
                    receiver("https://receiver.example:" + server.getAddress().getPort() + "/told"), Map.of(), "{}");

            assertThat(answer.outcome()).isEqualTo("NOT_CONNECTED");
            assertThat(answer.text()).contains("SSLHandshakeException");
            assertThat(received).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatNobodyAnswered() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        Answer answer = sender.send(receiver("http://receiver.example:" + port + "/told"), Map.of(), "{}");

        assertThat(answer.outcome()).isEqualTo("NOT_CONNECTED");
        assertThat(answer.status()).isNull();
        assertThat(answer.isTaken()).isFalse();
        assertThat(answer.concernsTheEndpoint()).isTrue();
    }

    private static Receiver receiver(String url) {
        return new Receiver(URI.create(url), InetAddress.getLoopbackAddress());
    }

    private static SSLContext selfSigned(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "receiver",
                        "-dname",
                        "CN=receiver.example",
                        "-ext",
                        "san=dns:receiver.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
