package vn.monitoring.kit.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.sql.Rows;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.ScopedTables;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

/// With one free connection in the pool, so that each use follows the one before on the same session.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@TestProfile(ShieldTest.FewConnections.class)
class ShieldTest {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    public static final class FewConnections implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.max-size", "3", "quarkus.scheduler.enabled", "false");
        }
    }

    @Inject
    Rows rows;

    @Inject
    DataSource dataSource;

    private final List<Connection> held = new ArrayList<>();

    /// The migrations need three.
    @BeforeEach
    void holdAllConnectionsButOne() throws SQLException {
        held.add(dataSource.getConnection());
        held.add(dataSource.getConnection());
    }

    @AfterEach
    void giveThemBack() throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
    }

    @BeforeEach
    void notesOfTwoCommunes() {
        DATABASE.truncateAll();
        DATABASE.execute(
                """
                insert into unit (code, path, type, name, version) values
                    ('31', '31', 'PROVINCE', 'Hải Phòng', 1), ('10675', '31.10675', 'COMMUNE_PHUONG', 'Kinh Môn', 1),
                    ('10675.VHXH', '31.10675.10675_VHXH', 'AGENCY', 'Phòng Văn hóa - Xã hội', 1),
                    ('11002', '31.11002', 'COMMUNE_PHUONG', 'Thạch Khôi', 1)""",
                "insert into note (unit_code, content) values ('10675', 'Kinh Môn'), ('11002', 'Thạch Khôi')",
                "insert into remark (note_id, content) select id, 'about ' || content from note");
    }

    @Test
    void everyTableIsShieldedOrExempt() {
        ScopedTables.check();
        assertThat(ScopedTables.names()).containsExactly("audited", "note", "remark");
    }

    @Test
    void tellsATableThatWasForgotten() {
        DATABASE.execute("create table forgotten (id integer)");
        try {
            assertThatThrownBy(ScopedTables::check).hasMessageContaining("forgotten: neither scope_table");
        } finally {
            DATABASE.execute("drop table forgotten");
        }
    }

    @Test
    void showsEachCallerHisUnitsOnTheSameConnection() {
        for (int time = 0; time < 2; time++) {
            assertThat(peek("10675")).containsExactly("Kinh Môn");
            assertThat(peek("11002")).containsExactly("Thạch Khôi");
            assertThat(peek("10675.VHXH")).isEmpty();
            assertThat(peek("31")).containsExactly("Kinh Môn", "Thạch Khôi");
            assertThat(peek()).isEmpty();
            assertThat(RestAssured.get("/peek/public").jsonPath().getList("", String.class))
                    .isEmpty();
            assertThat(inBackground()).hasSize(2);
        }
    }

    @Test
    void showsPartsWithTheWhole() {
        assertThat(ScopedTables.rowsSeenBy("remark", "10675"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Kinh Môn");
        assertThat(ScopedTables.rowsSeenBy("remark", "31")).hasSize(2);
        assertThat(ScopedTables.rowsSeenBy("remark")).isEmpty();
    }

    @Test
    void leavesNothingBehindATransaction() {
        assertThat(list(as("31").get("/peek/transaction"))).hasSize(2);
        assertThat(peek("10675")).containsExactly("Kinh Môn");
        as("31").post("/peek/failing").then().statusCode(500);
        assertThat(peek("10675")).containsExactly("Kinh Môn");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(inBackground()).hasSize(2);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(peek("10675")).containsExactly("Kinh Môn");
        assertThat(list(as("11002").get("/peek/transaction"))).containsExactly("Thạch Khôi");
    }

    @Test
    void actsAsTheSystemWhereTheCodeSaysSoAndNoLonger() {
        for (String path : List.of("/peek/system", "/peek/system-in-transaction")) {
            assertThat(as("10675").get(path).jsonPath().<List<String>>getList(""))
                    .containsExactly(List.of("Kinh Môn"), List.of("Kinh Môn", "Thạch Khôi"), List.of("Kinh Môn"));
        }
    }

    @Test
    void refusesToWriteRowsOfOtherUnits() {
        as("10675").post("/peek?unit=11002&system=false").then().statusCode(404);
        assertThat(inBackground()).hasSize(2);
        as("10675").post("/peek?unit=10675&system=false").then().statusCode(204);
        as("10675").post("/peek?unit=11002&system=true").then().statusCode(204);
        assertThat(inBackground()).hasSize(4);
        assertThat(peek("10675")).containsExactly("Kinh Môn", "written for 10675");
    }

    @Test
    void showsNothingToWhoDoesNotSayWhoHeIs() throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE.jdbcUrl(), "service", "service");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update note set content = content || '!'"))
                    .isZero();
            assertThat(statement.executeUpdate("set monitoring.scope = 'everything'"))
                    .isZero();
            assertThat(statement.executeUpdate("delete from note")).isZero();
        }
        assertThat(inBackground()).containsExactly("Kinh Môn", "Thạch Khôi");
    }

    @Test
    void refusesARoleThatRowLevelSecurityDoesNotHold() throws SQLException {
        DATABASE.executeUnwatched(
                "do $$ begin create role rowsall login bypassrls; exception when duplicate_object then null; end $$");
        DATABASE.executeUnwatched("grant rowsall to service");
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            RowSecurity.requireThatItHolds(connection);
            statement.execute("set role rowsall");
            assertThatThrownBy(() -> RowSecurity.requireThatItHolds(connection))
                    .hasMessageContaining("row-level security would not hold");
        } finally {
            DATABASE.executeUnwatched("revoke rowsall from service");
        }
    }

    private List<String> inBackground() {
        return rows.list("select content from note order by content", row -> row.getString(1));
    }

    private static List<String> peek(String... units) {
        return list(as(units).get("/peek"));
    }

    private static List<String> list(Response response) {
        return response.then().statusCode(200).extract().jsonPath().getList("", String.class);
    }

    private static RequestSpecification as(String... units) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("reporter-" + String.join("-", units))
                        .roles("reporter")
                        .units(units)
                        .token());
    }
}
