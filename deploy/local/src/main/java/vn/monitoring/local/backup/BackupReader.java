package vn.monitoring.local.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import vn.monitoring.local.process.PlatformFailure;

/// Reads a backup's folder, and refuses one that is damaged or incomplete.
final class BackupReader {

    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_CHECKSUM = "manifest.sha256";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Manifest manifest;

    private BackupReader(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /// Opens a backup after reading every byte of it once.
    ///
    /// @throws PlatformFailure when a file is missing, too many, or not what was written
    static BackupReader open(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(MANIFEST)) || !Files.isRegularFile(folder.resolve(MANIFEST_CHECKSUM))) {
            throw refused(folder, "it has no manifest, so it was never finished or is none");
        }
        String told = Files.readString(folder.resolve(MANIFEST_CHECKSUM)).split(" ", -1)[0];
        if (!told.equals(sha256(folder.resolve(MANIFEST)))) {
            throw refused(folder, MANIFEST + " is not what was written");
        }
        BackupReader reader = new BackupReader(folder, parse(folder));
        if (reader.manifest.format() != Manifest.FORMAT) {
            throw refused(folder, "its format " + reader.manifest.format() + " is not known here");
        }
        reader.verify();
        return reader;
    }

    private static Manifest parse(Path folder) throws IOException {
        try {
            return JSON.readValue(folder.resolve(MANIFEST).toFile(), Manifest.class);
        } catch (JacksonException e) {
            throw refused(folder, MANIFEST + " cannot be read (" + e.getOriginalMessage() + ")");
        }
    }

    private void verify() throws IOException {
        Set<String> known =
                manifest.files().stream().map(Manifest.Entry::path).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!known.contains(path) && !path.equals(MANIFEST) && !path.equals(MANIFEST_CHECKSUM)) {
                    throw refused(folder, path + " does not belong to it");
                }
            }
        }
        for (Manifest.Entry entry : manifest.files()) {
            Path file = folder.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                throw refused(folder, entry.path() + " is missing");
            }
            if (Files.size(file) != entry.bytes() || !sha256(file).equals(entry.sha256())) {
                throw refused(folder, entry.path() + " is not what was written");
            }
        }
    }

    private static PlatformFailure refused(Path folder, String why) {
        return new PlatformFailure(
                "The backup in " + folder + " is refused", why, "Nothing was changed; take another backup");
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = CheckedFile.sha256();
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    Manifest manifest() {
        return manifest;
    }

    /// The paths of the files below a folder of the backup, which ends with `/`.
    Stream<String> paths(String below) {
        return manifest.files().stream().map(Manifest.Entry::path).filter(path -> path.startsWith(below));
    }

    byte[] read(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    InputStream readCompressed(String path) throws IOException {
        return new ZstdCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(folder.resolve(path)), 1 << 16));
    }
}
