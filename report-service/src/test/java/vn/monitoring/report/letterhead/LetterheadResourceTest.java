package vn.monitoring.report.letterhead;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class LetterheadResourceTest {

    private static final String PATH = "/api/v1/report-letterheads/10675/PARTY";

    @BeforeEach
    void start() {
        Given.units();
    }

    @Test
    void isTheStandardOneUntilTheOfficeSetsItsOwn() {
        Given.as("reporter", "10675")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("standard", equalTo(true))
                .body("letterhead.authority", equalTo("ĐẢNG ỦY PHƯỜNG KINH MÔN"))
                .body("letterhead.superior", equalTo("ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG"));

        Given.as("unit-head", "10675")
                .header("If-Match", "\"0\"")
                .body(own("PHÓ BÍ THƯ THƯỜNG TRỰC"))
                .put(PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("standard", equalTo(false))
                .body("letterhead.position", equalTo("PHÓ BÍ THƯ THƯỜNG TRỰC"))
                .body("changedBy", equalTo("unit-head-10675"));
        Given.as("unit-head", "10675")
                .header("If-Match", "\"0\"")
                .body(own("BÍ THƯ"))
                .put(PATH)
                .then()
                .statusCode(412);
        Given.as("inspector", "31").get(PATH).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void isForTheOfficeItself() {
        Given.as("reporter", "11002").get(PATH).then().statusCode(404);
        Given.as("reporter", "10675")
                .header("If-Match", "*")
                .body(own("BÍ THƯ"))
                .put(PATH)
                .then()
                .statusCode(403);
        Given.as("unit-head", "10675").body(own("BÍ THƯ")).put(PATH).then().statusCode(428);
        Given.as("unit-head", "10675")
                .header("If-Match", "*")
                .body(own(" "))
                .put(PATH)
                .then()
                .statusCode(400);
        RestAssured.given().get(PATH).then().statusCode(401);
    }

    private static Map<String, Object> own(String position) {
        Map<String, Object> body = new HashMap<>();
        body.put("superior", "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG");
        body.put("authority", "ĐẢNG ỦY PHƯỜNG KINH MÔN");
        body.put("symbol", "BC/ĐU");
        body.put("place", "Kinh Môn");
        body.put("onBehalfOf", "T/M BAN THƯỜNG VỤ");
        body.put("position", position);
        body.put("recipients", List.of("Lưu Văn phòng Đảng ủy."));
        return body;
    }
}
