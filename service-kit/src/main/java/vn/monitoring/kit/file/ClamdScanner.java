package vn.monitoring.kit.file;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.monitoring.kit.problem.Problem;

/// Asks a ClamAV daemon over TCP, by its command INSTREAM: pieces with their length before them, an empty one at the
/// end, then one line, `stream: OK` or `stream: <name> FOUND`.
final class ClamdScanner implements FileScanner {

    private static final Logger LOG = Logger.getLogger(ClamdScanner.class);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 4096;

    private final InetSocketAddress address;
    private final int patienceMs;

    /// @param address `host:port`, resolved anew for each file
    /// @param patience how long to wait for the connection and for each answer
    ClamdScanner(String address, Duration patience) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("CLAMD_ADDRESS is host:port, not " + address);
        }
        this.address = InetSocketAddress.createUnresolved(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        this.patienceMs = Math.toIntExact(patience.toMillis());
    }

    @Override
    public Optional<String> findThreat(Path content) {
        String verdict = ask(content);
        if (verdict.equals("stream: OK")) {
            return Optional.empty();
        }
        Matcher found = FOUND.matcher(verdict);
        if (found.matches()) {
            return Optional.of(found.group(1));
        }
        LOG.errorf("the scanner of files gives no verdict: %s", verdict);
        throw unavailable();
    }

    private String ask(Path content) {
        try (Socket socket = new Socket();
                InputStream file = Files.newInputStream(content)) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), patienceMs);
            socket.setSoTimeout(patienceMs);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int length = file.read(piece); length > 0; length = file.read(piece)) {
                out.writeInt(length);
                out.write(piece, 0, length);
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        } catch (IOException unreachable) {
            LOG.errorf("the scanner of files cannot be asked at %s: %s", address, unreachable.getMessage());
            throw unavailable();
        }
    }

    private static Problem unavailable() {
        return new Problem(
                        FileProblem.FILE_SCAN_UNAVAILABLE,
                        "Chưa kiểm tra được mã độc nên tệp chưa được nhận. Hãy tải lại sau ít phút.",
                        "The file could not be scanned and was not taken. Upload it again in a few minutes.")
                .retryAfter(Duration.ofMinutes(1));
    }
}
