package vn.monitoring.kit.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The append-only files of one replica, one a month: a line of JSON, a blank, its signature in base64.
///
/// Each line names the SHA-256 of the one before it (of a month's first line, of none), so that a line cannot be taken
/// out
/// of the middle. The first part is what is signed, byte for byte.
public final class HeadsFile {

    private static final String NONE = "0".repeat(64);

    private final Path folder;
    private final String service;
    private final String instance;
    private final SigningKey key;
    private @Nullable Path current;
    private String previous = NONE;
    private long lines;

    public HeadsFile(Path folder, String service, String instance, SigningKey key) {
        this.folder = folder;
        this.service = service;
        this.instance = instance;
        this.key = key;
    }

    /// The last entry of a chain.
    public record Head(int chain, long seq, String hash) {}

    public void append(Instant at, List<Head> heads) throws IOException {
        Path file = folder.resolve(
                "%s.%s.%s.heads".formatted(service, instance, YearMonth.from(at.atZone(ZoneOffset.UTC))));
        if (!file.equals(current)) {
            open(file);
            current = file;
        }
        String content =
                "{\"service\":\"%s\",\"instance\":\"%s\",\"line\":%d,\"at\":\"%s\",\"previous\":\"%s\",\"heads\":[%s]}"
                        .formatted(
                                service,
                                instance,
                                lines + 1,
                                at,
                                previous,
                                heads.stream()
                                        .map(head -> "[%d,%d,\"%s\"]".formatted(head.chain(), head.seq(), head.hash()))
                                        .collect(Collectors.joining(",")));
        String line = content + " " + key.sign(content);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        previous = sha256(line);
        lines++;
    }

    /// Goes on where the replica stopped; a line that a crash cut off was never whole and is cut away.
    private void open(Path file) throws IOException {
        Files.createDirectories(folder);
        previous = NONE;
        lines = 0;
        if (!Files.exists(file)) {
            return;
        }
        String text = Files.readString(file);
        int end = text.lastIndexOf('\n') + 1;
        if (end < text.length()) {
            try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
                whole.setLength(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
            }
        }
        List<String> whole = text.substring(0, end).lines().toList();
        lines = whole.size();
        previous = whole.isEmpty() ? NONE : sha256(whole.getLast());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
