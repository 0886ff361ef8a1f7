package vn.monitoring.report.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class SurveyResourceTest {

    private static final String SURVEYS = "/api/v1/surveys";

    @Inject
    TestClock clock;

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-11-20"));
        Given.units();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void countsEachCastOnce() {
        Response opened = open("unit-head", "10675", Map.of());
        opened.then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("satisfiedFrom", equalTo(4))
                .body("result.answers", equalTo(0))
                .body("result.percent", nullValue());
        String token = token(opened);
        RestAssured.given()
                .get("/api/v1/public/surveys/" + token)
                .then()
                .statusCode(200)
                .body("unitName", equalTo("Phường Kinh Môn"))
                .body("question", equalTo("Bạn hài lòng không?"))
                .body("highest", equalTo(5));
        UUID nonce = UUID.randomUUID();
        assertThat(cast(token, nonce, 5).statusCode()).isEqualTo(204);
        cast(token, nonce, 1).then().statusCode(409).body("code", equalTo("SURVEY_ANSWERED"));
        cast(token, UUID.randomUUID(), 4).then().statusCode(204);
        cast(token, UUID.randomUUID(), 3).then().statusCode(204);
        cast(token, UUID.randomUUID(), 6).then().statusCode(400);
        cast("khong-co", UUID.randomUUID(), 5).then().statusCode(404);

        String id = opened.path("id");
        Given.as("reporter", "10675")
                .get(SURVEYS + "/" + id)
                .then()
                .body("result.satisfied", equalTo(2))
                .body("result.answers", equalTo(3))
                .body("result.percent", equalTo(66.67f));
        close("unit-head", "10675", id).then().statusCode(200).body("status", equalTo("CLOSED"));
        cast(token, UUID.randomUUID(), 5).then().statusCode(409).body("code", equalTo("SURVEY_CLOSED"));
        close("unit-head", "10675", id).then().statusCode(409);
        RestAssured.given().get("/api/v1/public/surveys/" + token).then().body("status", equalTo("CLOSED"));
    }

    @Test
    void addsUpAsRatioOfSums() {
        String one = token(open("unit-head", "10675", Map.of()));
        String two = token(open("unit-head", "11002", Map.of("unitCode", "11002")));
        cast(one, UUID.randomUUID(), 5).then().statusCode(204);
        for (int score : new int[] {1, 2, 4}) {
            cast(two, UUID.randomUUID(), score).then().statusCode(204);
        }

        Given.as("inspector", "31")
                .get(SURVEYS + "/results?unit=31&period=2026-Q4")
                .then()
                .statusCode(200)
                .body("items.unitCode", contains("10675", "11002"))
                .body("items.ratio.satisfied", contains(1, 1))
                .body("items.ratio.answers", contains(1, 3))
                .body("total.satisfied", equalTo(2))
                .body("total.answers", equalTo(4))
                .body("total.percent", equalTo(50.00f));
        Given.as("inspector", "31")
                .get(SURVEYS + "/results?period=2026-Q1")
                .then()
                .body("items", empty());
        Given.as("inspector", "24").get(SURVEYS + "/results?unit=31").then().statusCode(404);
    }

    @Test
    void boundsHowManyAnswerAMinute() {
        String token = token(open("unit-head", "10675", Map.of()));
        for (int index = 0; index < 20; index++) {
            cast(token, UUID.randomUUID(), 5).then().statusCode(204);
        }
        cast(token, UUID.randomUUID(), 5).then().statusCode(429).body("code", equalTo("SURVEY_BUSY"));

        clock.advance(Duration.ofSeconds(61));

        cast(token, UUID.randomUUID(), 5).then().statusCode(204);
    }

    @Test
    void givesTheLinkAsAnImageThatReadersRead() throws IOException, ReaderException {
        Response opened = open("unit-head", "10675", Map.of());
        String id = opened.path("id");

        Response png = Given.as("reporter", "10675").get(SURVEYS + "/" + id + "/qr?size=300");

        png.then().statusCode(200).contentType("image/png").header("X-Content-Type-Options", equalTo("nosniff"));
        assertThat(read(ImageIO.read(new ByteArrayInputStream(png.asByteArray()))))
                .isEqualTo(opened.path("link"));
        Given.as("reporter", "10675")
                .get(SURVEYS + "/" + id + "/qr?format=svg")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("Content-Disposition", containsString("khao-sat.svg"));
        Given.as("reporter", "11002").get(SURVEYS + "/" + id + "/qr").then().statusCode(404);
    }

    @Test
    void staysReadableWithADirtyCorner() throws IOException, ReaderException {
        Response opened = open("unit-head", "10675", Map.of());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Given.as("reporter", "10675")
                .get(SURVEYS + "/" + opened.path("id") + "/qr?size=600")
                .asByteArray()));
        for (int x = 330; x < 450; x++) {
            for (int y = 330; y < 450; y++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }

        assertThat(read(image)).isEqualTo(opened.path("link"));
    }

    @Test
    void refusesWhatDoesNotFit() {
        open("reporter", "10675", Map.of()).then().statusCode(403);
        open("leader", "24", Map.of()).then().statusCode(404);
        open("leader", "31", Map.of("period", "nay")).then().statusCode(400);
        open("leader", "31", Map.of("satisfiedFrom", 1)).then().statusCode(400);
        assertThat(RestAssured.given().get(SURVEYS).statusCode()).isEqualTo(401);
        String id = open("leader", "31", Map.of("satisfiedFrom", 3)).path("id");
        open("leader", "31", Map.of()).then().statusCode(201);
        Given.as("leader", "31").post(SURVEYS + "/" + id + "/closure").then().statusCode(428);
        Response first = Given.as("leader", "31").get(SURVEYS + "?limit=1&unit=10675&status=OPEN");
        first.then().body("items", hasSize(1));
        Given.as("leader", "31")
                .get(SURVEYS + "?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        Given.as("leader", "24").get(SURVEYS).then().body("items", empty());
    }

    private static String read(BufferedImage image) throws ReaderException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static Response open(String role, String unit, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "unitCode", "10675", "field", "mot-cua", "period", "2026-Q4", "question", "Bạn hài lòng không?"));
        body.putAll(settings);
        return Given.as(role, unit).body(body).post(SURVEYS);
    }

    private static String token(Response opened) {
        String link = opened.path("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static Response cast(String token, UUID nonce, int score) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("nonce", nonce.toString(), "score", score))
                .post("/api/v1/public/surveys/" + token + "/answers");
    }

    private static Response close(String role, String unit, String id) {
        String tag = Given.as("leader", "31").get(SURVEYS + "/" + id).header("ETag");
        return Given.as(role, unit).header("If-Match", tag).post(SURVEYS + "/" + id + "/closure");
    }
}
