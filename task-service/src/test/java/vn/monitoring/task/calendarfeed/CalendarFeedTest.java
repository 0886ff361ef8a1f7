package vn.monitoring.task.calendarfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class CalendarFeedTest {

    private static final String LINKS = "/api/v1/calendar-links";
    private static final String FEED = "/api/v1/units/{unit}/tasks.ics";

    private final TestClock clock;
    private JsonPath imported;

    CalendarFeedTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
        imported = importTable();
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void writesAllDayEntriesThatAnyCalendarReads() {
        Response feed = as(standing()).get(FEED, "10675");

        assertThat(feed.statusCode()).as(feed.asString()).isEqualTo(200);
        assertThat(feed.contentType()).isEqualTo("text/calendar;charset=UTF-8");
        Calendar calendar = parse(feed);
        assertThat(calendar.validate(true).hasErrors())
                .as(calendar.validate(true).toString())
                .isFalse();
        List<Component> events = events(calendar);
        assertThat(events)
                .extracting(event -> value(event, Property.DTSTART))
                .containsExactly("20260630", "20260930", "20261231");
        Component first = events.getFirst();
        assertThat(value(first, Property.UID)).isEqualTo("urn:uuid:" + id("1"));
        assertThat(value(first, Property.SUMMARY)).isEqualTo("Xây dựng Kế hoạch của UBND phường");
        assertThat(value(first, Property.DESCRIPTION)).contains("Chủ trì: Phòng Văn hóa - Xã hội\nChỉ đạo: Phó");
        assertThat(value(first, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(first, Property.TRANSP)).isEqualTo("TRANSPARENT");
        assertThat(feed.asString().replace("\r\n ", ""))
                .contains("\r\nNAME:Nhiệm vụ – Phường Kinh Môn\r\n")
                .contains("\r\nX-WR-CALNAME:Nhiệm vụ – Phường Kinh Môn\r\n");
        assertThat(events(parse(as(standing()).get(FEED, "10675.VHXH")))).hasSize(1);
    }

    @Test
    void foldsAndEscapes() {
        TestDatabase.shared().execute("""
                update task set title = 'Rà soát; bổ sung, hoàn thiện quy chế \\ quy trình nghiệp vụ giải quyết thủ tục hành chính'
                where number = '1'""");

        Response feed = as(reporter()).get(FEED, "10675.VHXH");

        for (String line : feed.asString().split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(feed.asString()).contains("\\;").contains("\\,");
        assertThat(value(events(parse(feed)).getFirst(), Property.SUMMARY))
                .isEqualTo("Rà soát; bổ sung, hoàn thiện quy chế \\ quy trình nghiệp vụ giải quyết thủ tục hành chính");
    }

    @Test
    void keepsTheUidAndRaisesTheSequence() {
        Component before = events(parse(as(reporter()).get(FEED, "10675.VHXH"))).getFirst();
        bring(id("1"), "COMPLETED");

        Component after = events(parse(as(reporter()).get(FEED, "10675.VHXH"))).getFirst();

        assertThat(value(after, Property.UID)).isEqualTo(value(before, Property.UID));
        assertThat(Integer.parseInt(value(after, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(before, Property.SEQUENCE)));
        assertThat(value(after, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(after, Property.SUMMARY)).startsWith("✓ ");
    }

    @Test
    void writesTodosWithPercentAndCompletion() {
        bring(id("1"), "IN_PROGRESS");
        Calendar working = parse(as(reporter()).get(FEED + "?component=todo", "10675.VHXH"));
        Component open = working.getComponents(Component.VTODO).getFirst();
        assertThat(value(open, Property.STATUS)).isEqualTo("IN-PROCESS");
        assertThat(value(open, Property.PERCENT_COMPLETE)).isEqualTo("40");
        assertThat(value(open, Property.DUE)).isEqualTo("20260630");
        assertThat(working.validate(true).hasErrors()).isFalse();
        Sample.done(Sample.step(reporter(), id("1"), "submissions", "{\"submittedOn\":\"2026-06-05\"}"), 201);
        Sample.done(Sample.step(standing(), id("1"), "submissions/1/acceptance", null), 200);

        Calendar finished = parse(as(reporter()).get(FEED + "?component=todo", "10675.VHXH"));
        Component done = finished.getComponents(Component.VTODO).getFirst();
        assertThat(value(done, Property.STATUS)).isEqualTo("COMPLETED");
        assertThat(value(done, Property.COMPLETED)).isEqualTo("20260604T170000Z");
        assertThat(value(done, Property.PERCENT_COMPLETE)).isEqualTo("100");
        assertThat(finished.validate(true).hasErrors()).isFalse();
        problem(as(reporter()).get(FEED + "?component=journal", "10675.VHXH"), 400, "INVALID_REQUEST");
    }

    @Test
    void showsTheOccurrencesOfWhatRecurs() {
        TestDatabase.shared().execute("""
                insert into occurrence (task_id, number, period_key, starts_on, due_on, original_due_on, status, done_on)
                select id, 901, 'x-Q1', date '2026-01-01', date '2026-03-31', date '2026-03-31', 'DONE', date '2026-03-20'
                from task where number = '3.a'""", """
                insert into occurrence (task_id, number, period_key, starts_on, due_on, original_due_on, status)
                select id, 902, 'x-Q2', date '2026-04-01', date '2026-06-30', date '2026-06-30', 'OPEN'
                from task where number = '3.a'""");

        List<Component> events = events(parse(as(standing()).get(FEED, "10675.VP")));

        assertThat(events)
                .extracting(event -> value(event, Property.UID))
                .containsExactly("urn:uuid:" + id("3.a") + ":x-Q1", "urn:uuid:" + id("3.a") + ":x-Q2");
        assertThat(events)
                .extracting(event -> value(event, Property.SUMMARY))
                .containsExactly("✓ Hệ thống của Văn phòng (x-Q1)", "Hệ thống của Văn phòng (x-Q2)");
    }

    @Test
    void answersThatNothingChanged() {
        Response feed = as(standing()).get(FEED, "10675");

        Response again =
                as(standing()).header("If-None-Match", feed.header("ETag")).get(FEED, "10675");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
    }

    @Test
    void opensByASecretLinkUntilItIsRevoked() {
        Response created = link(reporter(), "10675.VHXH");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        String path = created.jsonPath().getString("path");
        String linkId = created.jsonPath().getString("link.id");
        assertThat(created.jsonPath().getString("link.expiresOn")).isEqualTo("2027-06-10");

        Response feed = RestAssured.given().get(path);
        assertThat(feed.statusCode()).as(feed.asString()).isEqualTo(200);
        assertThat(events(parse(feed))).hasSize(1);
        String secret = path.substring(path.lastIndexOf('/') + 1, path.length() - 4);
        assertThat(TestDatabase.shared().ask("select to_json(l)::text from calendar_link l"))
                .as("the secret is not stored")
                .doesNotContain(secret);
        assertThat(as(reporter()).get(LINKS).jsonPath().getString("items[0].lastUsedOn"))
                .isEqualTo("2026-06-10");

        problem(as(inspector()).delete(LINKS + "/{id}", linkId), 404, "NOT_FOUND");
        problem(as(stranger()).delete(LINKS + "/{id}", linkId), 404, "NOT_FOUND");
        assertThat(as(reporter()).delete(LINKS + "/{id}", linkId).statusCode()).isEqualTo(204);
        problem(as(reporter()).delete(LINKS + "/{id}", linkId), 404, "NOT_FOUND");
        problem(RestAssured.given().get(path), 404, "NOT_FOUND");
        assertThat(as(reporter()).get(LINKS).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void endsLinksAfterAYear() {
        String path = link(reporter(), "10675.VHXH").jsonPath().getString("path");
        clock.setToday(LocalDate.of(2027, 6, 9));
        assertThat(RestAssured.given().get(path).statusCode()).isEqualTo(200);
        clock.setToday(LocalDate.of(2027, 6, 10));
        problem(RestAssured.given().get(path), 404, "NOT_FOUND");
    }

    @Test
    void letsStandingBodiesRevokeTheLinksOfTheirUnits() {
        String linkId = link(reporter(), "10675.VHXH").jsonPath().getString("link.id");

        assertThat(as(standing()).get(LINKS).jsonPath().getList("items.id")).containsExactly(linkId);
        assertThat(as(stranger()).get(LINKS).jsonPath().getList("items")).isEmpty();
        assertThat(as(standing()).delete(LINKS + "/{id}", linkId).statusCode()).isEqualTo(204);
    }

    @Test
    void refusesStrangersAndWrongSecrets() {
        problem(as(stranger()).get(FEED, "10675"), 404, "NOT_FOUND");
        problem(as(reporter()).get(FEED, "10675"), 404, "NOT_FOUND");
        problem(RestAssured.given().get(FEED, "10675"), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get(FEED, "10675"), 403, "FORBIDDEN");
        problem(RestAssured.given().get("/api/v1/calendars/guess.ics"), 404, "NOT_FOUND");
        problem(link(reporter(), "10675"), 404, "NOT_FOUND");
        problem(link(stranger(), "10675"), 404, "NOT_FOUND");
        problem(as(reporter()).contentType(ContentType.JSON).body("{}").post(LINKS), 400, "INVALID_REQUEST");
        problem(RestAssured.given().contentType(ContentType.JSON).body("{}").post(LINKS), 401, "UNAUTHENTICATED");
    }

    private static Response link(Tokens caller, String unit) {
        return as(caller)
                .contentType(ContentType.JSON)
                .body("{\"unitCode\":\"%s\",\"label\":\"Điện thoại\"}".formatted(unit))
                .post(LINKS);
    }

    private String id(String number) {
        return imported.getString("rows.find { it.number == '%s' }.id".formatted(number));
    }

    private static Calendar parse(Response feed) {
        assertThat(feed.statusCode()).as(feed.asString()).isEqualTo(200);
        try {
            return new CalendarBuilder().build(new StringReader(feed.asString()));
        } catch (IOException | ParserException e) {
            throw new AssertionError(feed.asString(), e);
        }
    }

    private static List<Component> events(Calendar calendar) {
        return List.copyOf(calendar.getComponents(Component.VEVENT));
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).orElseThrow().getValue();
    }
}
