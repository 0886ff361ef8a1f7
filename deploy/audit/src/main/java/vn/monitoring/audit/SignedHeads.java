package vn.monitoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The heads of a service's chains as its replicas signed them, from their files outside of the database.
///
/// Read before the database, so that an entry which is signed meanwhile does not seem to be missing.
final class SignedHeads {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "0".repeat(64);

    private final PublicKey key;
    private final Map<Integer, TreeMap<Long, Head>> byChain = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int lines;
    private @Nullable String lastAt;

    /// @param at   when it was signed
    /// @param line where that is written, as `file:line`
    record Head(String hash, String at, String line) {}

    private SignedHeads(PublicKey key) {
        this.key = key;
    }

    static SignedHeads read(Path folder, String service, PublicKey key) {
        SignedHeads heads = new SignedHeads(key);
        if (!Files.isDirectory(folder)) {
            return heads;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith(service + ".")
                            && file.getFileName().toString().endsWith(".heads"))
                    .sorted()
                    .forEach(heads::readFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heads;
    }

    List<Finding> findings() {
        return findings;
    }

    int lines() {
        return lines;
    }

    /// When the last line was signed, null when there is none.
    @Nullable
    String lastAt() {
        return lastAt;
    }

    /// The signed heads of a chain by their place in it.
    TreeMap<Long, Head> of(int chain) {
        return byChain.getOrDefault(chain, new TreeMap<>());
    }

    Map<Integer, TreeMap<Long, Head>> chains() {
        return byChain;
    }

    private void readFile(Path file) {
        try {
            String name = file.getFileName().toString();
            long expected = 1;
            String previous = NONE;
            for (String line : Files.readAllLines(file)) {
                lines++;
                String place = name + ":" + expected;
                @Nullable JsonNode content = signed(line);
                if (content == null) {
                    findings.add(Finding.of(
                            Finding.Kind.HEADS_CHANGED,
                            place,
                            "the line is not what was signed: it was changed or damaged"));
                } else {
                    if (content.path("line").asLong() != expected
                            || !content.path("previous").asText().equals(previous)) {
                        findings.add(Finding.of(
                                Finding.Kind.HEADS_REMOVED,
                                place,
                                "line %d does not follow the one before it: lines were removed, changed or put in between"
                                        .formatted(content.path("line").asLong())));
                        expected = content.path("line").asLong();
                    }
                    keep(content, name + ":" + expected);
                }
                previous = sha256(line);
                expected++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(JsonNode content, String place) {
        String at = content.path("at").asText();
        if (lastAt == null || at.compareTo(lastAt) > 0) {
            lastAt = at;
        }
        for (JsonNode head : content.path("heads")) {
            byChain.computeIfAbsent(head.path(0).asInt(), _ -> new TreeMap<>())
                    .putIfAbsent(head.path(1).asLong(), new Head(head.path(2).asText(), at, place));
        }
    }

    private @Nullable JsonNode signed(String line) {
        int blank = line.lastIndexOf(' ');
        if (blank < 0) {
            return null;
        }
        String content = line.substring(0, blank);
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(line.substring(blank + 1))) ? JSON.readTree(content) : null;
        } catch (GeneralSecurityException | IllegalArgumentException | JsonProcessingException e) {
            return null;
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Entry.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
