package vn.monitoring.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.kit.bulk.CopyRows;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.metric.Freshness;
import vn.monitoring.kit.testing.AuditedTables;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AuditTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    @Inject
    DataSource dataSource;

    @Inject
    Audit audit;

    @Inject
    Inbox inbox;

    @Inject
    Freshness freshness;

    @BeforeEach
    void units() {
        DATABASE.truncateAll();
        DATABASE.execute("""
                insert into unit (code, path, type, name, version) values
                    ('31', '31', 'PROVINCE', 'Hải Phòng', 1), ('10675', '31.10675', 'COMMUNE_PHUONG', 'Kinh Môn', 1)""");
    }

    @Test
    void everyTableIsAuditedOrExempt() {
        AuditedTables.check();
    }

    @Test
    void writesDownWhoDidWhatByWhichRequest() {
        String trace = UUID.randomUUID().toString();
        String location = RestAssured.given()
                .auth()
                .oauth2(reporter("reporter-10675").token())
                .header("X-Request-Id", trace)
                .contentType("application/json")
                .body("{\"unitCode\":\"10675\",\"content\":\"mới\"}")
                .post("/notes")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        RestAssured.given()
                .auth()
                .oauth2(reporter("head-10675").token())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"unitCode\":\"10675\",\"content\":\"sửa \\\"một\\\" lần\"}")
                .put(location.substring(location.indexOf("/notes")))
                .then()
                .statusCode(200);

        assertThat(rows("select kind, subject, username, roles, operation, request = '%s' from audit_entry order by at"
                        .formatted(trace)))
                .containsExactly(
                        "INSERT|subject-of-reporter-10675|reporter-10675|reporter|POST /notes|t",
                        "UPDATE|subject-of-head-10675|head-10675|reporter|PUT "
                                + location.substring(location.indexOf("/notes")) + "|f");
        assertThat(rows("select changes from audit_entry order by at"))
                .containsExactly(
                        "[{\"key\":\"1\",\"unit\":\"10675\",\"after\":{\"id\":1,\"unit_code\":\"10675\",\"content\":\"mới\",\"version\":0}}]",
                        "[{\"key\":\"1\",\"unit\":\"10675\",\"before\":{\"content\":\"mới\",\"version\":0},"
                                + "\"after\":{\"content\":\"sửa \\\"một\\\" lần\",\"version\":1}}]");
        assertWhole();
    }

    @Test
    void keepsEachCallersNameApartOnSharedConnections() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (int caller = 0; caller < 64; caller++) {
                String name = "reporter-" + caller % 8;
                int number = caller;
                sent.add(callers.submit(() -> RestAssured.given()
                        .auth()
                        .oauth2(reporter(name).token())
                        .contentType("application/json")
                        .body("{\"unitCode\":\"10675\",\"content\":\"%s wrote %d\"}".formatted(name, number))
                        .post("/notes")
                        .then()
                        .statusCode(201)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
        assertThat(
                        rows(
                                "select count(*), count(*) filter (where changes like '%\"' || username || ' wrote %') from audit_entry"))
                .containsExactly("64|64");
        for (int connection = 0; connection < 8; connection++) {
            assertThat(told()).isNullOrEmpty();
        }
        write("insert into note (unit_code, content) values ('31', 'outside of a transaction')");
        assertThat(DATABASE.ask("select username || ' ' || operation from audit_entry order by at desc limit 1"))
                .isEqualTo("database:service kit-test");
        assertWhole();
    }

    @Test
    void namesTheWorkThatNobodyAskedFor() {
        QuarkusTransaction.requiringNew().run(() -> write("insert into note (unit_code, content) values ('31', 'a')"));
        Audit.as(
                "yearly-cleaning",
                "run-7",
                "cleans",
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> write("insert into note (unit_code, content) values ('31', 'b')")));
        ConsumerRecord<String, byte[]> fact =
                new ConsumerRecord<>("monitoring.unit", 0, 0, "31", "{}".getBytes(StandardCharsets.UTF_8));
        List.of("ce_id", "ce_type", "ce_subject")
                .forEach(name ->
                        fact.headers().add(new RecordHeader(name, (name + "-1").getBytes(StandardCharsets.UTF_8))));
        fact.headers().add(new RecordHeader("ce_time", "2026-11-22T05:00:00Z".getBytes(StandardCharsets.UTF_8)));
        inbox.receive("note-replica", fact, _ -> write("insert into note (unit_code, content) values ('31', 'c')"));

        assertThat(rows("select username, coalesce(request, '-'), operation from audit_entry order by at"))
                .containsExactly(
                        "system:audit-test|-|AuditTest.namesTheWorkThatNobodyAskedFor",
                        "system:yearly-cleaning|run-7|cleans",
                        "system:note-replica|ce_id-1|ce_type-1");
    }

    @Test
    void writesDownAThousandRowsAnEntry() {
        QuarkusTransaction.requiringNew().run(() -> {
            copy(2_500);
            write("update audited set amount = amount + 1 where number <= 1200");
            write("update audited set amount = amount");
            write("delete from audited where number > 2499");
        });

        assertThat(rows("select kind, row_count from audit_entry order by at"))
                .containsExactlyInAnyOrder(
                        "INSERT|1000", "INSERT|1000", "INSERT|500", "UPDATE|1000", "UPDATE|200", "DELETE|1");
        assertThat(DATABASE.ask("select changes from audit_entry where kind = 'DELETE'"))
                .isEqualTo(
                        "[{\"key\":\"copied/2500\",\"unit\":\"10675\",\"before\":{\"part\":\"copied\",\"number\":2500,"
                                + "\"unit_code\":\"10675\",\"amount\":2500.5,\"tags\":[\"a\\\"b\",\"c\"]}}]");
        assertThat(DATABASE.ask("select sum(json_array_length(changes::json)) from audit_entry"))
                .isEqualTo("3701");
        assertWhole();
    }

    @Test
    void keepsNeitherSecretsNorFiles() {
        write(
                "insert into audited (part, number, secret, document, content) values ('x', 1, 'hunter2', '{\"a\": [1]}', 'PDF')");
        write("update audited set secret = 'hunter3', document = '{\"a\": [2]}', content = repeat('y', 30000)::bytea");
        write("update audited set part = 'y', secret = 'hunter4'");
        write(
                "insert into audited (part, number, tags) values ('long', 1, array[(select string_agg(md5(n::text), '') from generate_series(1, 900) n)])");

        String trail = String.join("\n", rows("select changes from audit_entry order by at"));
        assertThat(trail)
                .doesNotContain("hunter", "UERG", "yyyy")
                .contains("\"before\":{\"document\":{\"a\": [1]},\"secret\":\"***\",\"content\":\"sha256:")
                .contains("\"after\":{\"document\":{\"a\": [2]},\"secret\":\"***\",\"content\":\"sha256:")
                .contains(" 30000 bytes\"")
                // A row under another key is one that went and one that came.
                .contains("{\"key\":\"x/1\",\"before\":", "{\"key\":\"y/1\",\"after\":");
        assertThat(trail.length()).isLessThan(6_000);
    }

    @Test
    void rolledBackWorkLeavesNeitherEntryNorGap() throws SQLException {
        write("insert into note (unit_code, content) values ('31', 'a')");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    write("insert into note (unit_code, content) values ('31', 'b')");
                    throw new IllegalStateException("the business refuses");
                }))
                .isInstanceOf(IllegalStateException.class);
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Savepoint nothing = connection.setSavepoint();
            statement.execute("insert into note (unit_code, content) values ('31', 'c')");
            connection.rollback(nothing);
            statement.execute("insert into note (unit_code, content) values ('31', 'd')");
            Savepoint one = connection.setSavepoint();
            statement.execute("insert into note (unit_code, content) values ('31', 'e')");
            statement.execute("insert into note (unit_code, content) values ('31', 'f')");
            connection.rollback(one);
            statement.execute("insert into note (unit_code, content) values ('31', 'g')");
            connection.commit();
        }

        assertThat(rows("select changes::json -> 0 -> 'after' ->> 'content' from audit_entry order by at"))
                .containsExactly("a", "d", "g");
        assertWhole();
    }

    @Test
    void writersSideBySideKeepTheirChainsWhole() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                int number = writer;
                done.add(pool.submit(() -> {
                    for (int round = 0; round < 60; round++) {
                        String content = number + "-" + round;
                        boolean refused = round % 7 == 3;
                        try {
                            QuarkusTransaction.requiringNew().run(() -> {
                                write("insert into note (unit_code, content) values ('31', '%s')".formatted(content));
                                write("update note set version = version + 1 where content = '%s'".formatted(content));
                                if (refused) {
                                    throw new IllegalStateException("the business refuses");
                                }
                            });
                        } catch (IllegalStateException e) {
                            assertThat(refused).isTrue();
                        }
                    }
                }));
            }
            for (Future<?> writer : done) {
                writer.get();
            }
        }
        assertThat(
                        rows(
                                "select count(*), count(distinct transaction), count(distinct (transaction, chain)) from audit_entry"))
                .containsExactly("816|408|408");
        assertThat(Integer.parseInt(DATABASE.ask("select count(distinct chain) from audit_entry")))
                .isGreaterThan(1);
        assertWhole();
    }

    @Test
    void oneChainIsWaitedForWhenAllAreTaken() throws Exception {
        try (Connection other = DATABASE.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "select pg_advisory_xact_lock(x'61756469'::integer, n) from generate_series(0, audit_chains() - 1) n");
            try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> waiting =
                        pool.submit(() -> write("insert into note (unit_code, content) values ('31', 'patient')"));
                Awaitility.await()
                        .until(() -> "1"
                                .equals(DATABASE.ask(
                                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")));
                other.commit();
                waiting.get();
            }
        }
        assertWhole();
    }

    @Test
    void refusesToForget() {
        write("insert into note (unit_code, content) values ('31', 'a')");
        for (String attempt : List.of(
                "update audit_entry set username = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "truncate note")) {
            assertThatThrownBy(() -> DATABASE.execute(attempt)).hasStackTraceContaining("is only added to");
        }
        assertThat(DATABASE.ask("select count(*) from audit_entry")).isEqualTo("1");
    }

    @Test
    void refusesChangesOfATableThatGrewUnnoticed() {
        DATABASE.execute(
                "create table grown (id integer primary key)",
                "insert into grown values (1)",
                "select audit_table('grown')");
        try {
            assertThat(rows("select kind, changes from audit_entry"))
                    .containsExactly("FOUND|[{\"key\":\"1\",\"after\":{\"id\":1}}]");
            DATABASE.execute("alter table grown add column more text");
            assertThatThrownBy(() -> DATABASE.execute("insert into grown values (2, 'x')"))
                    .hasStackTraceContaining("call audit_table('grown') again");
            assertThatThrownBy(AuditedTables::check)
                    .hasMessageContaining("grown: has columns that its trail does not know");
            DATABASE.execute("select audit_refresh()", "insert into grown values (2, 'x')");
            AuditedTables.check();
            assertThat(DATABASE.ask("select changes from audit_entry order by at desc limit 1"))
                    .contains("\"more\":\"x\"");
            DATABASE.execute("create table stray (id integer primary key)");
            assertThatThrownBy(AuditedTables::check)
                    .hasMessageContaining("stray: neither audit_table nor audit_exempt");
        } finally {
            DATABASE.execute("drop table grown", "drop table if exists stray");
        }
    }

    @Test
    void writesDownWhoReadsWhatIsGuarded() {
        audit.access("feedback_sender", "7", "10675", "name and address");
        assertThat(rows("select kind, table_name, changes, username from audit_entry"))
                .containsExactly(
                        "ACCESS|feedback_sender|[{\"key\":\"7\",\"unit\":\"10675\",\"what\":\"name and address\"}]|system:audit-test");
        assertWhole();
    }

    @Test
    void signsTheHeadsAtTheStartWhenTheyWentOnAndAtTheEnd(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                Base64.getEncoder()
                        .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPrivate()
                                .getEncoded()));
        AuditHeads heads = new AuditHeads(
                dataSource,
                Clock.systemUTC(),
                freshness,
                Optional.of(folder),
                Optional.of(key),
                "pod 1/8083",
                "kit-test");
        write("insert into note (unit_code, content) values ('31', 'a')");
        heads.start(new StartupEvent());
        heads.write();
        write("insert into note (unit_code, content) values ('31', 'b')");
        heads.write();
        write("insert into note (unit_code, content) values ('31', 'c')");
        heads.stop(new ShutdownEvent());

        List<String> lines;
        try (Stream<Path> files = Files.list(folder)) {
            lines = Files.readAllLines(files.filter(file ->
                            file.getFileName().toString().matches("kit-test\\.pod-1-8083\\.\\d{4}-\\d{2}\\.heads"))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(lines).hasSize(3);
        assertThat(lines.getLast())
                .contains(
                        rows(
                                "select '[' || chain || ',' || seq || ',\"' || encode(hash, 'hex') || '\"]' from audit_heads()"));
    }

    @Test
    void refusesToStartWithAFolderAndNoKey(@TempDir Path folder) {
        AuditHeads heads = new AuditHeads(
                dataSource, Clock.systemUTC(), freshness, Optional.of(folder), Optional.empty(), "one", "kit-test");
        assertThatThrownBy(() -> heads.start(new StartupEvent())).hasMessageContaining("AUDIT_KEY");
    }

    /// What a verifier computes: nothing missing, nothing changed, each entry on the one before.
    private static void assertWhole() {
        assertThat(rows("""
                select chain, seq from (
                    select e.*, row_number() over w as expected,
                        lag(hash, 1, decode(repeat('00', 32), 'hex')) over w as hash_before
                    from audit_entry e window w as (partition by chain order by seq)) e
                where seq <> expected or previous <> hash_before
                    or hash <> audit_hash(chain, seq, previous, at, transaction, table_name, kind, subject, username, roles,
                        request, operation, row_count, marks, changes)""")).isEmpty();
    }

    private static Tokens reporter(String name) {
        return Tokens.as(name).roles("reporter", "offline_access").units("10675");
    }

    private void write(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String told() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('monitoring.caller', true)")) {
            row.next();
            return row.getString(1);
        }
    }

    private void copy(int count) {
        try (Connection connection = dataSource.getConnection();
                CopyRows rows = CopyRows.intoShielded(connection, "audited", "part, number, unit_code, amount, tags")) {
            for (int number = 1; number <= count; number++) {
                rows.value("copied")
                        .value(number)
                        .value("10675")
                        .value(number + ".5")
                        .value(List.of("a\"b", "c"))
                        .end();
            }
            rows.send();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(String sql) {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    cells.add(row.getString(column));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
