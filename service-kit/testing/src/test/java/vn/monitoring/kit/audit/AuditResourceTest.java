package vn.monitoring.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AuditResourceTest {

    private static final String PATH = "/api/v1/audit/kit-tests";

    @BeforeEach
    void someChanges() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared()
                .execute(
                        """
                insert into unit (code, path, type, name, version) values
                    ('31', '31', 'PROVINCE', 'Hải Phòng', 1), ('10675', '31.10675', 'COMMUNE_PHUONG', 'Kinh Môn', 1),
                    ('11002', '31.11002', 'COMMUNE_PHUONG', 'Thạch Khôi', 1), ('24', '24', 'PROVINCE', 'Bắc Ninh', 1)""",
                        """
                insert into note (unit_code, content)
                select (array['10675', '11002', '24'])[1 + n % 3], 'bulk ' || n from generate_series(1, 30) n""",
                        """
                begin;
                select set_config('monitoring.caller', '{"username":"reporter-10675","subject":"s-1","request":"t-1"}', true);
                update note set content = 'bulk 3 revised' where content = 'bulk 3';
                commit""",
                        "delete from note where content = 'bulk 4'",
                        "insert into audited (part, number) values ('of no unit', 1)");
    }

    @Test
    void showsTheNewestFirstWithinTheCallersUnits() {
        assertThat(keys("inspector-10675", "10675", "")).hasSize(12).startsWith("of no unit/1", "3", "3");
        assertThat(keys("inspector-31", "31", "")).hasSize(23);
        assertThat(keys("inspector-24", "24", "")).hasSize(11);
        assertThat(keys("inspector-0", "99", "")).containsExactly("of no unit/1");
    }

    @Test
    void pagesThroughWhatOneStatementChanged() {
        List<String> all = keys("inspector-31", "31", "limit=200");
        List<String> paged = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            ValidatableResponse page =
                    get("inspector-31", "31", "limit=4&cursor=" + cursor).statusCode(200);
            paged.addAll(page.extract().path("items.key"));
            cursor = page.extract().path("next");
        }
        assertThat(paged).isEqualTo(all).hasSize(23);
    }

    @Test
    void findsByTableKeyUnitDayAndAccount() {
        get("inspector-31", "31", "table=note&key=3")
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].kind", equalTo("UPDATE"))
                .body("items[0].before.content", equalTo("bulk 3"))
                .body("items[0].after.content", equalTo("bulk 3 revised"))
                .body("items[0].by.username", equalTo("reporter-10675"))
                .body("items[0].by.subject", equalTo("s-1"))
                .body("items[0].traceId", equalTo("t-1"))
                .body("items[0].unitCode", equalTo("10675"))
                .body("items[1].kind", equalTo("INSERT"))
                .body("items[1].by.username", equalTo("database:service"));
        assertThat(keys("inspector-31", "31", "unit=11002")).hasSize(11).startsWith("4");
        assertThat(keys("inspector-31", "31", "unit=31")).hasSize(22);
        assertThat(keys("inspector-31", "31", "by=reporter-10675")).containsExactly("3");
        assertThat(keys("inspector-31", "31", "table=audited")).containsExactly("of no unit/1");
        assertThat(keys("inspector-31", "31", "key=4")).containsExactly("4", "4");
        assertThat(keys("inspector-31", "31", "to=2020-01-01")).isEmpty();
        assertThat(keys("inspector-31", "31", "from=2020-01-01")).hasSize(23);
        assertThat(keys("inspector-24", "24", "table=note&key=3")).isEmpty();
    }

    @Test
    void isForInspectorsAndAdministratorsOnly() {
        get("admin-31", "31", "", "province-admin").statusCode(200);
        for (String role : List.of("reporter", "leader", "standing-body", "integration")) {
            get("someone", "31", "", role).statusCode(403).body("code", equalTo("FORBIDDEN"));
        }
        RestAssured.given().get(PATH).then().statusCode(401);
    }

    @Test
    void hidesOtherUnitsAndOtherServices() {
        get("inspector-31", "31", "unit=24").statusCode(404).body("code", equalTo("NOT_FOUND"));
        RestAssured.given()
                .auth()
                .oauth2(token("inspector-31", "31", "inspector"))
                .get("/api/v1/audit/others")
                .then()
                .statusCode(404);
        get("inspector-31", "31", "cursor=nonsense").statusCode(400).body("code", equalTo("INVALID_REQUEST"));
        get("inspector-31", "31", "limit=201").statusCode(400);
    }

    @Test
    void isDocumentedUnderTheServicesOwnPath() {
        String document =
                RestAssured.given().accept("application/json").get("/q/openapi").asString();
        assertThat(document).contains(PATH).doesNotContain("/api/v1/audit/{service}");
    }

    private static List<String> keys(String username, String unit, String query) {
        return get(username, unit, query).statusCode(200).extract().path("items.key");
    }

    private static ValidatableResponse get(String username, String unit, String query) {
        return get(username, unit, query, "inspector");
    }

    private static ValidatableResponse get(String username, String unit, String query, String role) {
        return RestAssured.given()
                .auth()
                .oauth2(token(username, unit, role))
                .get(query.isEmpty() ? PATH : PATH + "?" + query)
                .then();
    }

    private static String token(String username, String unit, String role) {
        return Tokens.as(username).roles(role).units(unit).token();
    }
}
