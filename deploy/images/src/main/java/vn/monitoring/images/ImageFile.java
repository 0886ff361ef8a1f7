package vn.monitoring.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A written image, read back: what a container engine would see of it.
final class ImageFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WHOLE = 0xFFF;

    private final Path tar;
    private final JsonNode configuration;
    private final List<String> layers = new ArrayList<>();

    ImageFile(Path tar) throws IOException {
        this.tar = tar;
        JsonNode manifest = JSON.readTree(member("manifest.json")).get(0);
        this.configuration = JSON.readTree(member(manifest.get("Config").asText()));
        manifest.get("Layers").forEach(layer -> layers.add(layer.asText()));
    }

    /// The image's configuration as the OCI image specification describes it.
    JsonNode configuration() {
        return configuration;
    }

    List<String> list(String field) {
        List<String> words = new ArrayList<>();
        configuration.at("/config/" + field).forEach(word -> words.add(word.asText()));
        return words;
    }

    /// A fingerprint of what is in the image and how it starts, whatever its labels say.
    String content() {
        StringBuilder text = new StringBuilder();
        configuration
                .at("/rootfs/diff_ids")
                .forEach(layer -> text.append(layer.asText()).append('\n'));
        list("Entrypoint").forEach(word -> text.append(word).append('\n'));
        return Checksum.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// An entry of a layer.
    ///
    /// @param mode permissions with the set-uid, set-gid and sticky bits
    record Entry(String path, boolean directory, boolean link, int mode, long uid, long gid) {}

    /// All entries by path; an upper layer's stand for a lower one's.
    Map<String, Entry> entries() throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        walk((entry, content) -> entries.put(
                path(entry),
                new Entry(
                        path(entry),
                        entry.isDirectory(),
                        entry.isSymbolicLink() || entry.isLink(),
                        entry.getMode() & WHOLE,
                        entry.getLongUserId(),
                        entry.getLongGroupId())));
        return entries;
    }

    /// Unpacks the layers with their times; who they belong to is left out, for that only root may do.
    void unpack(Path root) throws IOException {
        walk((entry, content) -> {
            Path target = root.resolve(path(entry).substring(1)).normalize();
            if (!target.startsWith(root)) {
                throw new IOException(entry.getName() + " leads out of the image");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                return;
            }
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, permissions(entry.getMode()));
            Files.setLastModifiedTime(
                    target, FileTime.from(entry.getLastModifiedTime().toInstant()));
        });
    }

    private interface Visitor {
        void visit(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private void walk(Visitor visitor) throws IOException {
        for (String layer : layers) {
            try (TarArchiveInputStream outer = open()) {
                find(outer, layer);
                TarArchiveInputStream inner = new TarArchiveInputStream(new GZIPInputStream(outer));
                for (TarArchiveEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                    visitor.visit(entry, inner);
                }
            }
        }
    }

    private byte[] member(String name) throws IOException {
        try (TarArchiveInputStream in = open()) {
            find(in, name);
            return in.readAllBytes();
        }
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(Files.newInputStream(tar));
    }

    private static void find(TarArchiveInputStream in, String name) throws IOException {
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return;
            }
        }
        throw new IOException("no " + name + " in the image");
    }

    private static String path(TarArchiveEntry entry) {
        String name = entry.getName().replaceAll("/+$", "");
        return name.startsWith("/") ? name : "/" + name;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = new HashSet<>();
        PosixFilePermission[] fromOwnerRead = PosixFilePermission.values();
        for (int bit = 0; bit < fromOwnerRead.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(fromOwnerRead[bit]);
            }
        }
        return permissions;
    }
}
