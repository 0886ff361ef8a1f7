package vn.monitoring.kit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.kit.problem.Problem;

class UploadsTest {

    private static final byte[] PDF = "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void takesWhatTheScannerCallsClean() throws Exception {
        try (Clamd clamd = new Clamd("stream: OK\0")) {
            ReceivedFile file = uploads(clamd.address()).receive(upload("a.pdf", PDF), Set.of(FileType.PDF));

            assertThat(file.name()).isEqualTo("a.pdf");
            assertThat(clamd.received()).isEqualTo(PDF);
        }
    }

    @Test
    void sendsALargeFileInPieces() throws Exception {
        byte[] large = new byte[300_000];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        try (Clamd clamd = new Clamd("stream: OK\0")) {
            uploads(clamd.address()).receive(upload("a.pdf", large), Set.of(FileType.PDF));

            assertThat(clamd.received()).isEqualTo(large);
        }
    }

    @Test
    void refusesWhatTheScannerFinds() throws Exception {
        try (Clamd clamd = new Clamd("stream: Eicar-Test-Signature FOUND\0")) {
            assertProblem(clamd.address(), FileProblem.FILE_INFECTED);
        }
    }

    @Test
    void isNotSatisfiedWithAnythingElse() throws Exception {
        for (String answer :
                new String[] {"INSTREAM size limit exceeded. ERROR\0", "", "stream: OK but not quite", "OK"}) {
            try (Clamd clamd = new Clamd(answer)) {
                assertProblem(clamd.address(), FileProblem.FILE_SCAN_UNAVAILABLE);
            }
        }
    }

    @Test
    void neverCallsAFileCleanThatNobodyLookedAt() throws Exception {
        String nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + closed.getLocalPort();
        }
        assertProblem(nobody, FileProblem.FILE_SCAN_UNAVAILABLE);
        assertThatThrownBy(() -> uploads(nobody).scanned(upload("a.pdf", PDF)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.retryAfter()).contains(Duration.ofMinutes(1)));
    }

    @Test
    void givesUpOnAScannerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Uploads uploads =
                    new Uploads(new ClamdScanner("127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300)));

            assertThatThrownBy(() -> uploads.scanned(upload("a.pdf", PDF)))
                    .hasMessageContaining("FILE_SCAN_UNAVAILABLE");
        }
    }

    @Test
    void worksWithoutAScanner() throws Exception {
        Uploads uploads = new Uploads(content -> Optional.empty());

        assertThat(uploads.receive(upload("a.pdf", PDF), Set.of(FileType.PDF)).size())
                .isEqualTo(PDF.length);
    }

    private void assertProblem(String address, FileProblem type) {
        assertThatThrownBy(() -> uploads(address).receive(upload("a.pdf", PDF), Set.of(FileType.PDF)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static Uploads uploads(String address) {
        return new Uploads(new ClamdScanner(address, Duration.ofSeconds(5)));
    }

    private FileUpload upload(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("upload"), content);
        return new FileUpload() {
            @Override
            public String name() {
                return "file";
            }

            @Override
            public Path filePath() {
                return file;
            }

            @Override
            public String fileName() {
                return name;
            }

            @Override
            public MultivaluedMap<String, String> getHeaders() {
                return new MultivaluedHashMap<>();
            }

            @Override
            public long size() {
                return content.length;
            }

            @Override
            public String contentType() {
                return "application/octet-stream";
            }

            @Override
            public String charSet() {
                return "";
            }
        };
    }

    /// Speaks as much of ClamAV's protocol as one file takes.
    private static final class Clamd implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> received;

        Clamd(String answer) throws IOException {
            received = CompletableFuture.supplyAsync(() -> serve(answer));
        }

        private byte[] serve(String answer) {
            try (Socket socket = server.accept();
                    DataInputStream in = new DataInputStream(socket.getInputStream())) {
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                var content = new java.io.ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String address() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        byte[] received() {
            return received.join();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
