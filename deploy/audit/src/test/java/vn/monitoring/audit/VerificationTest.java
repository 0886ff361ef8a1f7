package vn.monitoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.monitoring.audit.Finding.Kind;
import vn.monitoring.audit.Verification.Result;
import vn.monitoring.kit.audit.HeadsFile;
import vn.monitoring.kit.audit.SigningKey;
import vn.monitoring.kit.testing.TestDatabase;

/// Whoever rules the database tampers with the trail, past every trigger; each way is found and named.
class VerificationTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final String SERVICE = "task-service";

    @TempDir
    Path folder;

    private KeyPair keys;
    private HeadsFile heads;
    private Connection writer;

    /// The chain that the writer's connection takes.
    private int chain;

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), "service", "service")
                .locations("classpath:db/kit")
                .load()
                .migrate();
        DATABASE.execute("""
                create table figure (code text, year integer, amount numeric, note text, changed_at timestamptz, secret text,
                    used_at timestamptz, primary key (code, year))""", "select audit_table('figure', hidden => '{secret}', ignored => '{used_at}')");
    }

    /// Six transactions of one writer in one chain, the heads signed after the fourth.
    @BeforeEach
    void writeATrail() throws GeneralSecurityException, IOException, SQLException {
        DATABASE.truncateAll();
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        heads = new HeadsFile(folder, SERVICE, "one", SigningKey.read(key));
        writer = DATABASE.connect();
        write(
                "insert into figure values ('a', 2025, 10.50, 'đầu tiên', '2026-11-22T08:00:00+07', 's1'), ('a', 2026, 11, null, null, null)");
        write("update figure set amount = 12 where code = 'a' and year = 2026");
        write("insert into figure values ('b', 2026, 1, null, null, null)");
        write("update figure set note = 'đã sửa \"lần\" hai', secret = 's2' where code = 'a' and year = 2025");
        sign();
        write("delete from figure where code = 'b'");
        write("update figure set changed_at = now() where code = 'a' and year = 2025");
        chain = Integer.parseInt(String.valueOf(DATABASE.ask("select distinct chain from audit_entry")));
    }

    @AfterEach
    void leave() throws SQLException {
        writer.close();
        DATABASE.execute("alter table figure enable trigger all");
    }

    @Test
    void findsNothingInATrailThatIsWhole() throws SQLException {
        Result result = verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(6);
        assertThat(result.chains()).isEqualTo(1);
        assertThat(result.signedLines()).isEqualTo(1);
        assertThat(result.tables()).isEqualTo(1);
        assertThat(Report.lines(List.of(result)).getLast()).contains("are whole");
    }

    @Test
    void namesAChangedEntry() throws SQLException {
        tamper("update audit_entry set changes = replace(changes, '12', '9999') where seq = 2");

        assertFound(tuple(Kind.ENTRY_CHANGED, place(2), "figure", "a/2026"));
        tamper("update audit_entry set username = 'somebody else' where seq = 5");
        assertFound(
                tuple(Kind.ENTRY_CHANGED, place(2), "figure", "a/2026"),
                tuple(Kind.ENTRY_CHANGED, place(5), "figure", "b/2026"));
    }

    @Test
    void namesAChangedEntryThatWasHashedAnew() throws SQLException {
        tamper("update audit_entry set username = 'somebody else' where seq = 5", hashAnew("seq = 5"));

        assertFound(tuple(Kind.ENTRY_CHANGED, place(5), "figure", "b/2026"));
    }

    @Test
    void namesTheSignedHeadWhenTheWholeChainWasHashedAnew() throws SQLException {
        tamper("update audit_entry set username = 'somebody else' where seq = 3");
        for (int seq = 3; seq <= 6; seq++) {
            tamper(
                    "update audit_entry e set previous = (select hash from audit_entry b where b.chain = e.chain and b.seq = e.seq - 1) where seq = "
                            + seq,
                    hashAnew("seq = " + seq));
        }

        assertFound(tuple(Kind.CHAIN_REWRITTEN, place(4), "figure", "a/2025"));
        assertThat(verify().findings().getFirst().message()).contains("was written anew somewhere after " + place(0));
    }

    @Test
    void namesARemovedEntryInTheMiddle() throws SQLException {
        tamper("delete from audit_entry where seq = 3");

        assertFound(tuple(Kind.ENTRY_REMOVED, place(3), null, null));
        tamper("delete from audit_entry where seq in (1, 2)");
        assertFound(tuple(Kind.ENTRY_REMOVED, chain + "/1–3", null, null));
    }

    @Test
    void namesARemovedEntryBehindWhichAllWereNumberedAnew() throws SQLException {
        tamper("delete from audit_entry where seq = 2");
        for (int seq = 3; seq <= 6; seq++) {
            tamper("update audit_entry set seq = seq - 1 where seq = " + seq);
        }

        assertFound(tuple(Kind.ENTRY_REMOVED, place(2), null, null));
    }

    @Test
    void namesRemovedEntriesAtTheEndByTheSignedHead() throws Exception {
        sign();
        tamper("delete from audit_entry where seq = 6");

        assertFound(tuple(Kind.ENTRY_REMOVED, place(6), null, null));
        tamper("delete from audit_entry where seq >= 3");
        assertFound(tuple(Kind.ENTRY_REMOVED, chain + "/3–6", null, null));
        tamper("delete from audit_entry");
        assertFound(tuple(Kind.ENTRY_REMOVED, chain + "/1–6", null, null));
    }

    @Test
    void goesOnTellingAfterTheChainGrewOverARemovedEnd() throws Exception {
        sign();
        tamper("delete from audit_entry where seq >= 5");
        write("update figure set note = 'later'");
        write("update figure set note = 'later still' where year = 2025");

        assertFound(tuple(Kind.CHAIN_REWRITTEN, place(6), "figure", "a/2025"));
    }

    @Test
    void namesAnInsertedEntry() throws SQLException {
        for (int seq = 6; seq >= 3; seq--) {
            tamper("update audit_entry set seq = seq + 1 where seq = " + seq);
        }
        tamper(
                "insert into audit_entry select chain, 3, hash, hash, at, transaction, table_name, kind, subject, 'nobody', roles, "
                        + "request, operation, row_count, marks, changes from audit_entry where seq = 2");
        assertFound(tuple(Kind.ENTRY_INSERTED, place(3), "figure", "a/2026"));

        tamper(hashAnew("seq = 3"));
        assertFound(tuple(Kind.ENTRY_INSERTED, place(3), "figure", "a/2026"));
    }

    @Test
    void namesAnEntryPutAtTheEndWithoutItsHash() throws SQLException {
        tamper(
                "insert into audit_entry select chain, 7, hash, previous, at, transaction, table_name, kind, subject, 'nobody', roles, "
                        + "request, operation, row_count, marks, changes from audit_entry where seq = 6");

        assertFound(tuple(Kind.ENTRY_CHANGED, place(7), "figure", "a/2025"));
    }

    @Test
    void namesSwappedEntries() throws SQLException {
        tamper(
                "update audit_entry set seq = 100 where seq = 2",
                "update audit_entry set seq = 2 where seq = 5",
                "update audit_entry set seq = 5 where seq = 100");
        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::place)
                .containsExactly(tuple(Kind.ENTRY_SWAPPED, place(2)));
        assertThat(verify().findings().getFirst().message()).contains("changed places with " + place(5));
    }

    @Test
    void namesSwappedNeighbours() throws SQLException {
        tamper(
                "update audit_entry set seq = 100 where seq = 2",
                "update audit_entry set seq = 2 where seq = 3",
                "update audit_entry set seq = 3 where seq = 100");

        assertFound(tuple(Kind.ENTRY_SWAPPED, place(2), "figure", "b/2026"));
    }

    @Test
    void namesAChangedLineOfSignedHeads() throws Exception {
        sign();
        Path file = headsFile();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Files.write(file, List.of(lines.getFirst().replace("," + 4 + ",", "," + 3 + ","), lines.get(1)));
        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::place)
                .containsExactly(
                        tuple(Kind.HEADS_CHANGED, file.getFileName() + ":1"),
                        tuple(Kind.HEADS_REMOVED, file.getFileName() + ":2"));

        Files.write(file, List.of(lines.get(1)));
        assertFound(tuple(Kind.HEADS_REMOVED, file.getFileName() + ":1", null, null));

        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.write(file, lines);
        assertThat(verify().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.HEADS_CHANGED, Kind.HEADS_CHANGED);
    }

    @Test
    void acceptsTheFilesOfSeveralReplicas() throws Exception {
        HeadsFile other = new HeadsFile(folder, SERVICE, "two", SigningKey.read(folder.resolve("key.pem")));
        other.append(Instant.now(), current());
        sign();

        assertThat(verify().findings()).isEmpty();
        assertThat(verify().signedLines()).isEqualTo(3);
    }

    @Test
    void namesRowsThatWereChangedPastTheTriggers() throws SQLException {
        assertThat(verifyWithData().findings()).isEmpty();
        tamper(
                "update figure set amount = 99.5, secret = 'other' where year = 2025",
                "insert into figure values ('c', 2026, 1)");
        assertThat(verifyWithData().findings())
                .extracting(Finding::kind, Finding::table, Finding::row)
                .containsExactly(
                        tuple(Kind.ROW_CHANGED, "figure", "a/2025"), tuple(Kind.ROW_INSERTED, "figure", "c/2026"));
        assertThat(verifyWithData().findings().getFirst().message())
                .contains("has amount 99.5, where the trail says 10.5;", "the last entry is " + place(6));

        tamper("delete from figure", "insert into figure values ('b', 2026, 1)");
        assertThat(verifyWithData().findings())
                .extracting(Finding::kind, Finding::row)
                .containsExactly(
                        tuple(Kind.ROW_REMOVED, "a/2025"),
                        tuple(Kind.ROW_REMOVED, "a/2026"),
                        tuple(Kind.ROW_INSERTED, "b/2026"));
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void followsNeitherIgnoredColumnsNorLosesARowUnderItsNewKey() throws SQLException {
        write("update figure set used_at = now()");
        write("update figure set code = 'z' where year = 2025");

        assertThat(verifyWithData().findings()).isEmpty();
        assertThat(verify().entries()).isEqualTo(7);
    }

    @Test
    void namesATableWhoseTriggersWereSwitchedOff() throws SQLException {
        tamper("alter table figure disable trigger audit_update_figure");

        assertFound(tuple(Kind.TABLE_UNWATCHED, "figure", "figure", null));
    }

    private void assertFound(Tuple... expected) throws SQLException {
        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::place, Finding::table, Finding::row)
                .containsExactly(expected);
    }

    private Result verify() throws SQLException {
        return new Verification(folder, keys.getPublic(), false).of(SERVICE, DATABASE.jdbcUrl(), "service", "service");
    }

    private Result verifyWithData() throws SQLException {
        return new Verification(folder, keys.getPublic(), true).of(SERVICE, DATABASE.jdbcUrl(), "service", "service");
    }

    private String place(long seq) {
        return chain + "/" + seq;
    }

    private void write(String sql) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void tamper(String... statements) {
        DATABASE.executeUnwatched(statements);
    }

    private static String hashAnew(String which) {
        return "update audit_entry set hash = audit_hash(chain, seq, previous, at, transaction, table_name, kind, subject, username, "
                + "roles, request, operation, row_count, marks, changes) where " + which;
    }

    private void sign() throws SQLException, IOException {
        heads.append(Instant.now(), current());
    }

    private static List<HeadsFile.Head> current() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select chain, seq, encode(hash, 'hex') from audit_heads()")) {
            List<HeadsFile.Head> heads = new ArrayList<>();
            while (row.next()) {
                heads.add(new HeadsFile.Head(row.getInt(1), row.getLong(2), row.getString(3)));
            }
            return heads;
        }
    }

    private Path headsFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".heads"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
