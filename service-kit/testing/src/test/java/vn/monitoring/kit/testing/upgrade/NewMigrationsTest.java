package vn.monitoring.kit.testing.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a release cannot live with is found, whatever the words of the migration, and nothing else.
class NewMigrationsTest {

    private static final String RELEASED = "db/V202601010000__create_plan.sql";

    @TempDir
    Path root;

    private Release release;

    @BeforeEach
    void releaseAPlan() throws IOException, GeneralSecurityException {
        Files.createDirectory(root.resolve("db"));
        String sql = """
                create table plan (
                    id bigint generated always as identity primary key,
                    title text not null,
                    year int not null default 2026,
                    note text,
                    period text
                );
                create table remark (id bigint primary key, plan_id bigint);
                create view open_plan as select id, title from plan;
                create function plan_title(plan_id bigint) returns text language sql as 'select title from plan where id = $1';
                insert into plan (title) values ('a');
                """;
        Files.writeString(root.resolve(RELEASED), sql);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
        release = new Release("1.2.0", Map.of(RELEASED, HexFormat.of().formatHex(sum)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        drop table remark                                            | relation remark removed
        alter table remark rename to comment                         | relation remark removed
        drop view open_plan                                          | relation open_plan removed
        alter table plan drop note                                   | column plan.note removed
        alter table plan rename note to remark                       | column plan.note removed
        alter table plan alter period type varchar(9)                | column plan.period changed from text to character varying(9)
        alter table plan alter note set not null                     | column plan.note required
        alter table plan alter year drop default                     | column plan.year without its default
        delete from plan; alter table plan add unit_code text not null | column plan.unit_code required without default
        alter table plan add key uuid not null default gen_random_uuid() | relation plan rewritten while locked
        alter table plan add constraint ck check (year > 0) not valid    | constraint plan.ck on what the release writes
        alter table plan add constraint uq unique (title)            | constraint plan.uq on what the release writes
        alter table remark add constraint fk foreign key (plan_id) references plan not valid | constraint remark.fk on what the release writes
        alter table plan add low int constraint ck_low check (low > 0) | constraint plan.ck_low validated while locked
        create index ix_plan_note on plan (note)                     | index plan.ix_plan_note built while locked
        drop function plan_title                                     | function plan_title(bigint) removed
        alter table plan enable row level security; create policy own on plan using (year > 2000) | policy plan.own added
        """)
    void finds(String sql, String finding) throws IOException, SQLException {
        write("V202701010000__change.sql", "update plan set note = ''; " + sql);

        assertThat(violations()).contains("db/V202701010000__change.sql: " + finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        alter table plan add low int
        alter table plan add low int not null default 0
        alter table plan add low int, add constraint ck_low check (low > 0) not valid
        create table target (id bigint primary key, plan_id bigint not null references plan)
        create index concurrently ix_plan_note on plan (note)
        alter table plan alter note set default ''
        alter table plan alter title drop not null
        create or replace view open_plan as select id, title, year from plan
        create function plan_note(plan_id bigint) returns text language sql as 'select note from plan where id = $1'
        insert into plan (title) values ('b')
        """)
    void leavesAloneWhatTheReleaseCanLiveWith(String sql) throws IOException, SQLException {
        write("V202701010000__change.sql", sql);

        assertThat(violations()).isEmpty();
    }

    @Test
    void findsAnIndexThatRefusesWhatTheReleaseWrites() throws IOException, SQLException {
        write("V202701010000__change.sql", "create unique index concurrently ix on plan (title)");

        assertThat(violations()).containsExactly("db/V202701010000__change.sql: index plan.ix unique");
    }

    @Test
    void letsMigrationsChangeWhatOnlyTheyKnow() throws IOException, SQLException {
        write("V202701010000__create.sql", "create table target (id bigint primary key, low int)");
        write("V202701010001__drop.sql", "alter table target drop low; create index ix on target (id)");

        assertThat(violations()).isEmpty();
    }

    @Test
    void validatesInAMigrationOfItsOwn() throws IOException, SQLException {
        write(
                "V202701010000__add.sql",
                "alter table plan add low int; alter table plan add constraint ck_low check (low > 0) not valid");
        write("V202701010001__validate.sql", "alter table plan validate constraint ck_low");

        assertThat(violations()).isEmpty();
    }

    @Test
    void takesAwayWhatAReleaseHasStoppedUsing() throws IOException, SQLException {
        write("V202701010000__drop_note.sql", """
                -- since 1.2.0: column plan.note removed
                alter table plan drop note;
                """);

        assertThat(violations()).isEmpty();
    }

    @Test
    void doesNotTakeTheWordOfAReleaseThatIsStillToCome() throws IOException, SQLException {
        write("V202701010000__drop_note.sql", """
                -- since 1.10.0: column plan.note removed
                alter table plan drop note;
                """);

        assertThat(violations()).containsExactly("db/V202701010000__drop_note.sql: column plan.note removed");
    }

    @Test
    void wantsNumbersBehindThoseOfTheRelease() throws IOException, SQLException {
        write("V202512310000__create_target.sql", "create table target (id bigint primary key)");

        assertThat(violations()).singleElement().asString().contains("not behind the release's last, 202601010000");
    }

    @Test
    void wantsReleasedMigrationsUnchanged() throws IOException, SQLException {
        Files.writeString(root.resolve(RELEASED), "create table plan (id bigint primary key)");

        assertThat(violations()).singleElement().asString().contains("changed after its release");
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(root.resolve("db").resolve(name), sql);
    }

    private List<String> violations() throws SQLException {
        return NewMigrations.of(release, root, "db").violations();
    }
}
