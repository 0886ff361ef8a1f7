package vn.monitoring.report.regime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;

/// The regimes of the four plans are taken as they stand in `deploy/plans/facts`, and their last periods open.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PlannedRegimesTest {

    private static final Path PLANS = Path.of("../deploy/plans");

    @Inject
    TestClock clock;

    @BeforeEach
    void start() throws IOException {
        clock.setToday(LocalDate.parse("2026-12-20"));
        Given.units();
        TestDatabase.shared().execute("delete from unit");
        List<String> units = Files.readAllLines(PLANS.resolve("units.csv"));
        for (String line : units.subList(1, units.size())) {
            String[] columns = line.split(",", 5);
            TestDatabase.shared()
                    .execute("""
                    insert into unit (code, parent_code, path, type, name, version)
                    select '%1$s', nullif('%2$s', ''), coalesce((select path from unit where code = '%2$s') || '%3$s', '%3$s'),
                        '%4$s', '%1$s', 1""".formatted(columns[0], columns[1], columns[0].replace('.', '_'), columns[2]));
        }
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    /// @param opened a period of the first regime, with what is owed then
    @ParameterizedTest
    @CsvSource({
        "kinh-mon,MONTH QUARTER HALF_YEAR YEAR AD_HOC,PARTY,2026-11,10675 2026-11-30 2026-12-07",
        "da-mai,QUARTER HALF_YEAR YEAR,PARTY,2026-Q3,07228 2026-09-30 2026-10-05",
        "phu-thai,QUARTER HALF_YEAR NINE_MONTHS YEAR,GOVERNMENT,2026-9M,10750 2026-09-14 2026-09-21",
        "thach-khoi,QUARTER YEAR AD_HOC,GOVERNMENT,2026-Q4,11002 2026-12-14 2026-12-21",
    })
    void isTakenAsItStands(String plan, String frequencies, String layout, String period, String opened)
            throws IOException {
        JsonNode regimes = regimes(plan);
        Response first = create(regimes.get(0));

        first.then().statusCode(201);
        assertThat(first.<List<String>>path("frequencies")).containsExactly(frequencies.split(" ", -1));
        assertThat(first.<String>path("layout")).isEqualTo(layout);
        Response open = open(regimes.get(0), first.path("id"), period);
        open.then().statusCode(201);
        assertThat(open.path("obligations[0].unitCode")
                        + " " + open.path("obligations[0].cutOffOn")
                        + " " + open.path("obligations[0].dueOn"))
                .isEqualTo(opened);
        for (int index = 1; index < regimes.size(); index++) {
            create(regimes.get(index)).then().statusCode(201);
        }
    }

    /// Thạch Khôi: the agencies report to the ward through the office of culture and society; two tasks each month.
    @ParameterizedTest
    @CsvSource({"1,2026-Q4,8", "2,2026-12,3"})
    void holdsWhatTheAgenciesOfThachKhoiOwe(int index, String period, int senders) throws IOException {
        JsonNode regime = regimes("thach-khoi").get(index);
        Response created = create(regime);

        created.then().statusCode(201);
        assertThat(created.<String>path("consolidatingUnitCode")).isEqualTo("11002.VHXH");
        Response open = open(regime, created.path("id"), period);
        assertThat(open.<Integer>path("created")).isEqualTo(senders);
        assertThat(open.<String>path("obligations[0].dueOn")).isEqualTo("2026-12-18");
    }

    private static JsonNode regimes(String plan) throws IOException {
        return new ObjectMapper()
                .readTree(PLANS.resolve("facts/" + plan + "/regimes.json").toFile());
    }

    private static Response create(JsonNode regime) {
        return Given.as("standing-body", regime.get("receiverUnitCode").asText())
                .body(regime.toString())
                .post("/api/v1/report-regimes");
    }

    private static Response open(JsonNode regime, String id, String period) {
        return Given.as("standing-body", regime.get("receiverUnitCode").asText())
                .body(Map.of("period", period))
                .post("/api/v1/report-regimes/" + id + "/periods");
    }
}
