package vn.monitoring.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Archives the files of a PostgreSQL server that may be writing to them, and unpacks them again.
///
/// A file that grows is taken up to the size it had, one that shrinks is filled up with zeros, one that
/// vanishes is left out: the server's log makes each of them right. What is left out by name is what
/// PostgreSQL's manual names ("Making a Base Backup Using the Low Level API").
final class ServerFiles {

    private static final Set<String> FOLDERS_LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "pg_internal.init");
    private static final String CONTROL = "global/pg_control";

    private final Path root;
    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[1 << 16];
    private long bytes;

    private ServerFiles(Path root, OutputStream out) {
        this.root = root;
        this.tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /// Archives a data folder.
    ///
    /// @return the bytes in it
    static long copy(Path data, OutputStream out) throws IOException {
        ServerFiles files = new ServerFiles(data, out);
        files.addAll();
        // The checkpoint that it names must not be newer than what was copied before it.
        files.addFile(data.resolve(CONTROL));
        files.tar.finish();
        return files.bytes;
    }

    /// Archives single files of a folder by their names.
    static void archive(Path folder, List<Path> paths, OutputStream out) throws IOException {
        ServerFiles files = new ServerFiles(folder, out);
        for (Path path : paths) {
            files.addFile(path);
        }
        files.tar.finish();
    }

    private void addAll() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                addFolder(folder);
                return FOLDERS_LEFT_EMPTY.contains(name(folder))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String plain = file.getFileName().toString();
                if (!LEFT_OUT.contains(plain)
                        && !plain.startsWith("pgsql_tmp")
                        && !name(file).equals(CONTROL)) {
                    addFile(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private void addFolder(Path folder) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name(folder) + "/"));
        tar.closeArchiveEntry();
    }

    private void addFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            TarArchiveEntry entry = new TarArchiveEntry(name(file));
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            long left = size;
            while (left > 0) {
                int length = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (length < 0) {
                    fill(left);
                    break;
                }
                tar.write(buffer, 0, length);
                left -= length;
            }
            tar.closeArchiveEntry();
            bytes += size;
        } catch (NoSuchFileException e) {
            // Dropped since the folder was listed.
        }
    }

    private void fill(long zeros) throws IOException {
        byte[] block = new byte[8192];
        for (long left = zeros; left > 0; left -= block.length) {
            tar.write(block, 0, (int) Math.min(block.length, left));
        }
    }

    /// Unpacks an archive of [#copy] or [#archive], readable by their owner only as PostgreSQL demands.
    static void unpack(InputStream archive, Path to) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = to.resolve(entry.getName()).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("the archive names a place outside of itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    makeFolder(target);
                } else {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
