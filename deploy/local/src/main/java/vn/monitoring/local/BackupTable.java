package vn.monitoring.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.monitoring.local.backup.Manifest;

/// What a backup holds, as a table for people.
final class BackupTable {

    private BackupTable() {}

    static List<String> lines(Manifest manifest) {
        List<String> lines = new ArrayList<>();
        lines.add(row("part", "size", "what"));
        manifest.databases().forEach((name, bytes) -> lines.add(row("database " + name, size(bytes), "")));
        lines.add(row("databases' files", stored(manifest, "database/"), "at " + manifest.lsn() + " of the log"));
        lines.add(row(
                "topics",
                stored(manifest, "topics/"),
                String.format(
                        Locale.ROOT, "%d topics, %,d records", manifest.topics().size(), manifest.records())));
        lines.add(row(
                "positions",
                "",
                "%d consumer groups"
                        .formatted(manifest.positions().stream()
                                .map(Manifest.Position::group)
                                .distinct()
                                .count())));
        lines.add(row("keys", stored(manifest, "secrets/"), count(manifest, "secrets/") + " files"));
        lines.add(row(
                "audit heads", stored(manifest, "data/audit-heads/"), count(manifest, "data/audit-heads/") + " files"));
        lines.add(row(
                "together",
                size(manifest.bytes()),
                String.format(
                        Locale.ROOT,
                        "%s as at %s, in %.1f s; events waited %.0f ms",
                        manifest.restorePoint(),
                        manifest.takenAt(),
                        manifest.seconds(),
                        manifest.heldMillis())));
        return lines;
    }

    private static String row(String part, String size, String what) {
        return "%-20s %10s   %s".formatted(part, size, what).stripTrailing();
    }

    private static String stored(Manifest manifest, String below) {
        return size(manifest.files().stream()
                .filter(file -> file.path().startsWith(below))
                .mapToLong(Manifest.Entry::bytes)
                .sum());
    }

    private static long count(Manifest manifest, String below) {
        return manifest.files().stream()
                .filter(file -> file.path().startsWith(below))
                .count();
    }

    private static String size(long bytes) {
        return bytes < 10 << 20 ? (bytes >> 10) + " KB" : (bytes >> 20) + " MB";
    }
}
