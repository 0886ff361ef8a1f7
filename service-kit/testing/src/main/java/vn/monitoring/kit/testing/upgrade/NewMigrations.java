package vn.monitoring.kit.testing.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import vn.monitoring.kit.schema.SessionLock;
import vn.monitoring.kit.testing.TestDatabase;

/// The migrations of a service that are newer than the last release, and what they would do to replicas of that release
/// that still run, or are rolled back to.
///
/// Each is made on a real database, and what became of the catalogue is judged ([Harm]). One that takes away what no
/// running version uses any more says so in a line of its own, with the release that stopped using it:
/// `-- since 1.1.0: column plan.note removed`.
public final class NewMigrations {

    private static final Pattern EXCUSE = Pattern.compile("(?m)^-- since (\\d+\\.\\d+\\.\\d+): (.+?)\\s*$");
    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

    private record Migration(Path file, String path, long version) {

        String sql() {
            return read(file);
        }
    }

    private final Release release;
    private final List<Path> folders;
    private final List<Migration> all;

    private NewMigrations(Release release, Path root, List<Path> folders) {
        this.release = release;
        this.folders = folders;
        this.all = folders.stream()
                .flatMap(folder -> migrations(root, folder))
                .sorted(Comparator.comparingLong(Migration::version))
                .toList();
    }

    /// @param locations the service's folders of migrations, from the project's root
    public static NewMigrations of(String... locations) {
        Path root = Path.of(System.getProperty("monitoring.root", ".."));
        return of(Release.last(root), root, locations);
    }

    static NewMigrations of(Release release, Path root, String... locations) {
        return new NewMigrations(
                release, root, Stream.of(locations).map(root::resolve).toList());
    }

    /// What the released version could not live with; empty when it can run beside the new one.
    public List<String> violations() throws SQLException {
        List<String> violations = new ArrayList<>(changedAfterRelease());
        long last = all.stream()
                .filter(this::isReleased)
                .mapToLong(Migration::version)
                .max()
                .orElse(0);
        List<Migration> fresh = all.stream().filter(one -> !isReleased(one)).toList();
        fresh.stream()
                .filter(one -> one.version() <= last)
                .map(one ->
                        "%s: its number is not behind the release's last, %d; the release would not start on it again"
                                .formatted(one.path(), last))
                .forEach(violations::add);
        if (violations.isEmpty()) {
            violations.addAll(harm(last, fresh));
        }
        return violations;
    }

    private List<String> changedAfterRelease() {
        List<String> changed = new ArrayList<>();
        for (Migration migration : all) {
            String sum = release.migrations().get(migration.path());
            if (sum != null && !sum.equals(sha256(migration.file()))) {
                changed.add(migration.path() + ": changed after its release; what is to change goes into a new one");
            }
        }
        return changed;
    }

    private boolean isReleased(Migration migration) {
        return release.migrations().containsKey(migration.path());
    }

    private List<String> harm(long last, List<Migration> fresh) throws SQLException {
        DataSource database = TestDatabase.shared().createEmpty("new_migrations");
        migrate(database, last);
        Catalog released = catalog(database);
        Catalog before = released;
        List<String> harm = new ArrayList<>();
        for (Migration migration : fresh) {
            migrate(database, migration.version());
            Catalog after = catalog(database);
            Set<String> excused = excused(migration);
            Harm.of(released, before, after, migration.sql()).stream()
                    .filter(finding -> !excused.contains(finding))
                    .map(finding -> migration.path() + ": " + finding)
                    .forEach(harm::add);
            before = after;
        }
        return harm;
    }

    /// A release that is still to come has stopped nothing yet.
    private Set<String> excused(Migration migration) {
        Set<String> excused = new HashSet<>();
        Matcher lines = EXCUSE.matcher(migration.sql());
        while (lines.find()) {
            if (release.isNotBefore(lines.group(1))) {
                excused.add(lines.group(2));
            }
        }
        return excused;
    }

    private void migrate(DataSource database, long target) {
        if (target == 0) {
            return;
        }
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(database)
                .locations(
                        folders.stream().map(folder -> "filesystem:" + folder).toArray(String[]::new))
                .outOfOrder(true)
                .target(Long.toString(target));
        new SessionLock().customize(flyway);
        flyway.load().migrate();
    }

    private static Catalog catalog(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Catalog.of(connection);
        }
    }

    private static Stream<Migration> migrations(Path root, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .<Migration>mapMulti((file, sink) -> {
                        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                        if (name.matches()) {
                            sink.accept(new Migration(
                                    file,
                                    root.relativize(file).toString().replace('\\', '/'),
                                    Long.parseLong(name.group(1))));
                        }
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
