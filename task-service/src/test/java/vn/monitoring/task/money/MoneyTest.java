package vn.monitoring.task.money;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.TASKS;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.inspector;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.read;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.reporterOfAll;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class MoneyTest {

    private static final String MONEY = "/api/v1/money";

    private final TestClock clock;
    private JsonPath imported;

    MoneyTest(TestClock clock) {
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
    void setsAndChangesABudgetKeepingWhatItSaid() {
        String id = id("1");
        Response empty = as(reporter()).get(TASKS + "/{id}/budget", id);
        assertThat(empty.header("ETag")).isEqualTo("\"0\"");
        assertThat(empty.jsonPath().getList("lines")).isEmpty();

        Response first = setBudget(standing(), id, "\"0\"", "112/QĐ-UBND", """
                {"source":"COMMUNE_BUDGET","allocated":450000000},{"source":"SOCIAL_CONTRIBUTION","allocated":120000000}""");
        done(first, 200);
        Response second = setBudget(
                standing(),
                id,
                first.header("ETag"),
                "150/QĐ-UBND",
                "{\"source\":\"COMMUNE_BUDGET\",\"allocated\":500000000}");
        done(second, 200);

        JsonPath budget = as(inspector()).get(TASKS + "/{id}/budget", id).jsonPath();
        assertThat(budget.getInt("version")).isEqualTo(2);
        assertThat(budget.getList("lines.source")).containsExactly("COMMUNE_BUDGET");
        assertThat(budget.getLong("lines[0].allocated")).isEqualTo(500_000_000);
        assertThat(budget.getString("lines[0].document")).isEqualTo("150/QĐ-UBND");
        assertThat(budget.getLong("total.allocated")).isEqualTo(500_000_000);
        assertThat(budget.getString("parts")).isNull();
        assertThat(budget.getList("earlier.allocated")).containsExactly(450_000_000, 120_000_000);
        assertThat(budget.getList("earlier.document")).containsOnly("112/QĐ-UBND");
        assertThat(read(inspector(), id).jsonPath().getList("history.what")).contains("BUDGET_SET");

        Response again = setBudget(
                standing(), id, "\"2\"", "151/QĐ-UBND", "{\"source\":\"COMMUNE_BUDGET\",\"allocated\":500000000.0}");
        assertThat(again.jsonPath().getInt("version")).as("nothing changed").isEqualTo(2);
    }

    @Test
    void comparesTheBudgetsVersion() {
        String id = id("1");
        String line = "{\"source\":\"COMMUNE_BUDGET\",\"allocated\":1000}";
        problem(setBudget(standing(), id, null, "1/QĐ", line), 428, "PRECONDITION_REQUIRED");
        done(setBudget(standing(), id, "\"0\"", "1/QĐ", line), 200);
        problem(setBudget(standing(), id, "\"0\"", "1/QĐ", line), 412, "STALE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"source":"COMMUNE_BUDGET","allocated":-1}                | AMOUNT_REFUSED  | lines[0].allocated
            {"source":"COMMUNE_BUDGET","allocated":10.5}              | AMOUNT_REFUSED  | lines[0].allocated
            {"source":"COMMUNE_BUDGET","allocated":1000000000000000}  | AMOUNT_REFUSED  | lines[0].allocated
            {"source":"OTHER","allocated":1},{"source":"OTHER","allocated":2} | SOURCE_REPEATED | lines[1].source
            """)
    void refusesBudgetsThatCannotBe(String lines, String code, String field) {
        Response refused = setBudget(standing(), id("1"), "\"0\"", "1/QĐ", lines);

        problem(refused, 422, code);
        assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo(field);
        assertThat(TestDatabase.shared().ask("select count(*) from budget")).isEqualTo("0");
    }

    @Test
    void countsAPaymentAgainstItsSource() {
        String id = id("1");
        done(setBudget(standing(), id, "\"0\"", "1/QĐ", "{\"source\":\"COMMUNE_BUDGET\",\"allocated\":3000}"), 200);

        Response paid = pay(reporter(), id, "COMMUNE_BUDGET", 1000, "2026-06-05", null);
        done(paid, 201);

        assertThat(paid.jsonPath().getFloat("source.rate")).isEqualTo(33.3f);
        assertThat(paid.jsonPath().getList("warnings")).isEmpty();
        JsonPath budget = as(inspector()).get(TASKS + "/{id}/budget", id).jsonPath();
        assertThat(budget.getLong("total.disbursed")).isEqualTo(1000);
        assertThat(read(inspector(), id).jsonPath().getList("history.what")).contains("DISBURSED");
    }

    @Test
    void takesMoreThanIsAllocatedWithAWarning() {
        String id = id("1");
        done(setBudget(standing(), id, "\"0\"", "1/QĐ", "{\"source\":\"COMMUNE_BUDGET\",\"allocated\":3000}"), 200);

        Response over = pay(reporter(), id, "COMMUNE_BUDGET", 3001, "2026-06-05", null);
        Response withoutBudget = pay(reporter(), id, "OTHER", 5, "2026-06-05", null);

        done(over, 201);
        assertThat(over.jsonPath().getList("warnings.code")).containsExactly("OVERSPENT");
        assertThat(over.jsonPath().getString("warnings[0].message.en")).contains("allocated");
        assertThat(withoutBudget.jsonPath().getList("warnings.code")).containsExactly("OVERSPENT");
        assertThat(withoutBudget.jsonPath().getString("source.rate")).isNull();
    }

    @Test
    void correctsByANewEntryThatTakesThePlaceOfTheOld() {
        String id = id("1");
        String wrong = paymentId(pay(reporter(), id, "COMMUNE_BUDGET", 10_000, "2026-06-01", null));

        String right = paymentId(pay(reporter(), id, "COMMUNE_BUDGET", 1000, "2026-06-01", wrong));
        assertThat(disbursed(id)).isEqualTo(1000);
        problem(pay(reporter(), id, "COMMUNE_BUDGET", 2000, "2026-06-01", wrong), 409, "CORRECTED_BEFORE");
        done(pay(reporter(), id, "COMMUNE_BUDGET", 0, "2026-06-01", right), 201);

        assertThat(disbursed(id)).isZero();
        JsonPath payments =
                as(inspector()).get(TASKS + "/{id}/disbursements", id).jsonPath();
        assertThat(payments.getList("items.amount")).containsExactly(10_000, 1000, 0);
        assertThat(payments.getString("items[0].correctedBy")).isEqualTo(right);
        assertThat(payments.getString("items[1].corrects")).isEqualTo(wrong);
        assertThat(payments.getString("items[2].correctedBy")).isNull();
    }

    @Test
    void refusesPaymentsThatCannotBe() {
        String id = id("1");
        problem(pay(reporter(), id, "OTHER", -5, "2026-06-05", null), 422, "AMOUNT_REFUSED");
        problem(pay(reporter(), id, "OTHER", 0, "2026-06-05", null), 422, "AMOUNT_REFUSED");
        problem(pay(reporter(), id, "OTHER", 5, "2026-06-11", null), 422, "DATE_IN_FUTURE");
        problem(pay(reporter(), id, "OTHER", 5, "2026-06-05", UUID.randomUUID().toString()), 422, "PAYMENT_UNKNOWN");
        String other = paymentId(pay(reporterOfAll(), id("3.b"), "OTHER", 5, "2026-06-05", null));
        problem(pay(reporter(), id, "OTHER", 5, "2026-06-05", other), 422, "PAYMENT_UNKNOWN");
        problem(pay(reporter(), id, "GOLD", 5, "2026-06-05", null), 400, "INVALID_REQUEST");
        assertThat(TestDatabase.shared().ask("select count(*) from disbursement"))
                .isEqualTo("1");
    }

    @Test
    void paysOnceForOneKey() {
        String id = id("1");
        String body = payment("OTHER", 5, "2026-06-05", null);
        List<Integer> answers = Stream.of(1, 2)
                .map(time -> as(reporter())
                        .header("Idempotency-Key", "pay-1")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(TASKS + "/{id}/disbursements", id)
                        .statusCode())
                .toList();
        assertThat(answers).containsExactly(201, 201);
        assertThat(disbursed(id)).isEqualTo(5);
    }

    @Test
    void letsOnlyThoseActWhoMay() {
        String id = id("1");
        String line = "{\"source\":\"OTHER\",\"allocated\":1}";
        problem(setBudget(reporter(), id, "\"0\"", "1/QĐ", line), 403, "FORBIDDEN");
        problem(setBudget(inspector(), id, "\"0\"", "1/QĐ", line), 403, "FORBIDDEN");
        problem(setBudget(stranger(), id, "\"0\"", "1/QĐ", line), 404, "NOT_FOUND");
        problem(pay(inspector(), id, "OTHER", 5, "2026-06-05", null), 403, "FORBIDDEN");
        problem(pay(stranger(), id, "OTHER", 5, "2026-06-05", null), 404, "NOT_FOUND");
        problem(as(stranger()).get(TASKS + "/{id}/budget", id), 404, "NOT_FOUND");
        problem(as(stranger()).get(TASKS + "/{id}/disbursements", id), 404, "NOT_FOUND");
        problem(RestAssured.given().get(TASKS + "/{id}/budget", id), 401, "UNAUTHENTICATED");
        problem(as(stranger()).get(MONEY + "?unit=10675"), 404, "NOT_FOUND");
        problem(as(stranger()).get(MONEY + "/reconciliation?unit=10675"), 404, "NOT_FOUND");
        problem(as(Tokens.as("nobody").units("31")).get(MONEY), 403, "FORBIDDEN");
    }

    @Test
    void addsUpByUnitAndSource() {
        budget("1", "COMMUNE_BUDGET", 1000);
        budget("3.a", "COMMUNE_BUDGET", 2000);
        budget("3.b", "SOCIAL_CONTRIBUTION", 500);
        done(pay(reporter(), id("1"), "COMMUNE_BUDGET", 250, "2026-06-05", null), 201);
        done(pay(reporterOfAll(), id("3.b"), "SOCIAL_CONTRIBUTION", 600, "2026-06-05", null), 201);

        JsonPath commune = as(standing()).get(MONEY + "?unit=10675").jsonPath();
        assertThat(commune.getLong("allocated")).isEqualTo(3500);
        assertThat(commune.getLong("disbursed")).isEqualTo(850);
        assertThat(commune.getFloat("rate")).isEqualTo(24.3f);
        assertThat(commune.getInt("tasks")).isEqualTo(3);
        assertThat(commune.getInt("overspent")).isEqualTo(1);
        assertThat(commune.getList("sources.source")).containsExactly("COMMUNE_BUDGET", "SOCIAL_CONTRIBUTION");
        assertThat(commune.getList("sources.allocated")).containsExactly(3000, 500);
        assertThat(commune.getList("units.code")).containsExactly("10675.CA", "10675.VHXH", "10675.VP");
        assertThat(commune.getList("units.disbursed")).containsExactly(600, 250, 0);

        JsonPath province = as(inspector()).get(MONEY + "?unit=31").jsonPath();
        assertThat(province.getList("units.code")).containsExactly("10675");
        assertThat(province.getString("units[0].name")).isEqualTo("Phường Kinh Môn");
        assertThat(province.getLong("units[0].allocated")).isEqualTo(3500);
        assertThat(as(reporter()).get(MONEY).jsonPath().getLong("allocated")).isEqualTo(1000);
        assertThat(as(standing())
                        .get(MONEY + "?planId=" + UUID.randomUUID())
                        .jsonPath()
                        .getLong("allocated"))
                .isZero();
    }

    @Test
    void showsProgressMoneyAndDeliverablesSideBySide() {
        bring(id("1"), "IN_PROGRESS");
        budget("1", "COMMUNE_BUDGET", 1000);
        budget("3.a", "COMMUNE_BUDGET", 2000);
        budget("3.b", "COMMUNE_BUDGET", 1000);
        done(pay(reporter(), id("1"), "COMMUNE_BUDGET", 600, "2026-06-05", null), 201);
        done(pay(reporterOfAll(), id("3.b"), "COMMUNE_BUDGET", 700, "2026-06-05", null), 201);

        JsonPath all = as(standing()).get(MONEY + "/reconciliation?unit=10675").jsonPath();
        assertThat(all.getList("items.number")).containsExactly("1", "3", "3.a", "3.b");
        assertThat(all.getInt("items[0].reconciliation.progressPercent")).isEqualTo(40);
        assertThat(all.getFloat("items[0].reconciliation.disbursedPercent")).isEqualTo(60.0f);
        assertThat(all.getInt("items[0].reconciliation.deliverables")).isEqualTo(1);
        assertThat(all.getLong("items[1].money.allocated"))
                .as("what the parts have")
                .isEqualTo(3000);
        assertThat(all.getLong("items[1].money.disbursed")).isEqualTo(700);

        String first = MONEY + "/reconciliation?unit=10675&mismatch=true&limit=1";
        Response page = as(standing()).get(first);
        assertThat(page.jsonPath().getList("items.number")).containsExactly("3");
        assertThat(page.header("Link")).contains("rel=\"next\"");
        JsonPath next = as(standing())
                .get(first + "&cursor=" + page.jsonPath().getString("next"))
                .jsonPath();
        assertThat(next.getList("items.number")).containsExactly("3.b");
        assertThat(next.getList("items[0].reconciliation.mismatches")).containsExactly("DISBURSED_AHEAD");
        assertThat(next.getString("next")).isNull();
        problem(as(standing()).get(MONEY + "/reconciliation?cursor=xyz"), 400, "INVALID_REQUEST");
        assertThat(as(inspector())
                        .get(TASKS + "/{id}/budget", id("3"))
                        .jsonPath()
                        .getLong("parts.allocated"))
                .isEqualTo(3000);
    }

    private String id(String number) {
        return imported.getString("rows.find { it.number == '%s' }.id".formatted(number));
    }

    private void budget(String number, String source, long allocated) {
        done(
                setBudget(
                        standing(),
                        id(number),
                        "\"0\"",
                        "1/QĐ",
                        "{\"source\":\"%s\",\"allocated\":%d}".formatted(source, allocated)),
                200);
    }

    private long disbursed(String id) {
        return as(inspector()).get(TASKS + "/{id}/budget", id).jsonPath().getLong("total.disbursed");
    }

    private static String paymentId(Response response) {
        done(response, 201);
        return response.jsonPath().getString("disbursement.id");
    }

    private static Response setBudget(
            Tokens caller, String id, @Nullable String ifMatch, String document, String lines) {
        var request = as(caller).contentType(ContentType.JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body("{\"document\":\"%s\",\"lines\":[%s]}".formatted(document, lines))
                .put(TASKS + "/{id}/budget", id);
    }

    private static Response pay(
            Tokens caller, String id, String source, long amount, String on, @Nullable String corrects) {
        return as(caller)
                .contentType(ContentType.JSON)
                .body(payment(source, amount, on, corrects))
                .post(TASKS + "/{id}/disbursements", id);
    }

    private static String payment(String source, long amount, String on, @Nullable String corrects) {
        return """
                {"source":"%s","amount":%d,"disbursedOn":"%s","documentNumber":"UNC 0231","corrects":%s}""".formatted(source, amount, on, corrects == null ? null : '"' + corrects + '"');
    }
}
