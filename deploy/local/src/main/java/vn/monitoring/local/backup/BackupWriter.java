package vn.monitoring.local.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/// Writes the files of a backup with their checksums, the manifest last. Readable by its owner only: it
/// holds keys.
final class BackupWriter {

    /// Fast; a higher level wins a tenth of the size.
    private static final int LEVEL = 1;

    private final Path folder;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    /// @param folder made here, not there yet
    BackupWriter(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// A file that counts as soon as it is closed; by then it is on the disk.
    OutputStream create(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return new BufferedOutputStream(
                new CheckedFile(file, (bytes, sha256) -> entries.add(new Manifest.Entry(path, bytes, sha256))),
                1 << 16);
    }

    OutputStream createCompressed(String path) throws IOException {
        return new ZstdCompressorOutputStream(create(path), LEVEL);
    }

    void write(String path, byte[] content) throws IOException {
        try (OutputStream out = create(path)) {
            out.write(content);
        }
    }

    List<Manifest.Entry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing(Manifest.Entry::path))
                .toList();
    }

    /// Ends the backup: nothing may be written afterwards.
    void finish(Manifest manifest) throws IOException {
        write(BackupReader.MANIFEST, manifest.json().getBytes(StandardCharsets.UTF_8));
        String sha256 = entries.getLast().sha256();
        write(
                BackupReader.MANIFEST_CHECKSUM,
                (sha256 + "  " + BackupReader.MANIFEST + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
