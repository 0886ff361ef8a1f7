package vn.monitoring.kit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.testing.TestDatabase;

/// The words of `MIGRATE` on a real database, and what migrations do to those who write meanwhile.
class SchemaAtStartTest {

    private static final String KIT = "classpath:db/kit";
    private static final Path KIT_SETTINGS = Path.of(
            System.getProperty("monitoring.root", ".."),
            "service-kit/src/main/resources/META-INF/microprofile-config.properties");

    @TempDir
    Path newer;

    private DataSource database;

    @BeforeEach
    void emptyDatabase() {
        database = TestDatabase.shared().createEmpty("schema_at_start");
    }

    @ParameterizedTest
    @CsvSource({"at-start, true", "only, true", "never, false", "later, false"})
    void letsFlywayMigrateWhereTheWordSaysSo(String word, boolean migrates) throws IOException {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(KIT_SETTINGS.toUri().toURL(), 100))
                .withSources(new PropertiesConfigSource(Map.of("MIGRATE", word), "environment", 300))
                .build();

        assertThat(config.getValue("quarkus.flyway.migrate-at-start", Boolean.class))
                .isEqualTo(migrates);
    }

    @Test
    void goesOnAfterMigratingAtStart() {
        assertThatCode(() -> start(SchemaAtStart.AT_START)).doesNotThrowAnyException();
    }

    @Test
    void endsWithSuccessWhenMigratingWasAll() {
        kit().migrate();

        assertThatExceptionOfType(PreventFurtherStepsException.class)
                .isThrownBy(() -> start(SchemaAtStart.ONLY))
                .withMessageContaining("up to version " + kit().info().current().getVersion())
                .satisfies(end -> assertThat(end.getExitCode()).isZero());
    }

    @Test
    void startsWithoutMigratingWhereEverythingIsThere() {
        kit().migrate();

        assertThatCode(() -> start(SchemaAtStart.NEVER)).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartOnASchemaThatLacksSomething() {
        Flyway.configure()
                .dataSource(database)
                .locations(KIT)
                .target("202611220606")
                .load()
                .migrate();
        int lacking = kit().info().pending().length;

        assertThatIllegalStateException()
                .isThrownBy(() -> start(SchemaAtStart.NEVER))
                .withMessageContaining("lacks migrations that this version needs (202611220610 shield rows by unit")
                .withMessageContaining("MIGRATE=only");
        assertThat(kit().info().pending()).as("nothing was migrated").hasSize(lacking);
    }

    @Test
    void takesTheSchemaOfANewerVersion() throws IOException {
        kit().migrate();
        write("V202711220100__create_later.sql", "create table later (id bigint primary key)");
        withNewer().migrate();

        assertThatCode(() -> start(SchemaAtStart.NEVER)).doesNotThrowAnyException();
        assertThatCode(() -> kit().migrate())
                .as("an older version that is rolled back to")
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnyOtherWord() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start("later"))
                .withMessage("MIGRATE is later: say at-start, only or never");
    }

    @Test
    void auditsATableFromTheMomentAtWhichItGrew() throws IOException, SQLException {
        kit().migrate();
        write("V202711220100__create_grown.sql", """
                create table grown (id bigint primary key, unit_code text);
                select audit_table('grown');
                """);
        withNewer().migrate();
        write("V202711220101__add_note_to_grown.sql", "alter table grown add note text");
        write("V202711220102__fail.sql", "select 1 / 0");

        assertThatThrownBy(() -> withNewer().migrate()).isInstanceOf(FlywayException.class);

        execute("insert into grown (id) values (1)", "insert into grown values (2, null, 'x')");
        assertThat(ask("select count(*) from audit_entry where table_name = 'grown'"))
                .isEqualTo("2");
    }

    @Test
    void givesUpAMigrationThatHasToWaitForALock() throws IOException, SQLException {
        kit().migrate();
        write("V202711220100__create_busy.sql", "create table busy (id bigint primary key)");
        withNewer().migrate();
        write("V202711220101__add_note_to_busy.sql", "alter table busy add note text");
        try (Connection reader = database.getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("select * from busy");

            assertThatThrownBy(() -> withNewer().migrate())
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("lock timeout");
        }
        withNewer().migrate();
        execute("insert into busy values (1, 'x')");
    }

    @Test
    void buildsAnIndexBesideWriters() throws IOException, SQLException {
        kit().migrate();
        write("V202711220100__create_large.sql", "create table large (id bigint primary key, note text)");
        write("V202711220101__index_notes.sql", "create index concurrently ix_large_note on large (note)");

        withNewer().migrate();

        assertThat(ask("select indisvalid from pg_index where indexrelid = 'ix_large_note'::regclass"))
                .isEqualTo("t");
    }

    private void start(String word) {
        new SchemaAtStart(kit(), word).onStart(new StartupEvent());
    }

    private Flyway kit() {
        return flyway(KIT);
    }

    private Flyway withNewer() {
        return flyway(KIT, "filesystem:" + newer);
    }

    private Flyway flyway(String... locations) {
        FluentConfiguration configuration =
                Flyway.configure().dataSource(database).locations(locations).outOfOrder(true);
        new SessionLock().customize(configuration);
        return configuration.load();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(newer.resolve(name), sql);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
