package vn.monitoring.indicator.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Callers.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

/// A made-up country of the real size: 34 provinces, 3,321 communes of which 246 names repeat, 11 agencies each.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class UnitCountryTest {

    private static final Logger LOG = Logger.getLogger(UnitCountryTest.class);
    private static final int PROVINCES = 34;
    private static final int COMMUNES = 3_321;
    private static final int REPEATED = 246;
    private static final List<AgencyType> AGENCIES = List.of(
            AgencyType.VHXH,
            AgencyType.KT,
            AgencyType.HCC,
            AgencyType.VP,
            AgencyType.UBND,
            AgencyType.CA,
            AgencyType.TYT,
            AgencyType.HDND,
            AgencyType.VPDU,
            AgencyType.BXDD,
            AgencyType.MTTQ);
    private static final String[] PROVINCE_CODES =
            IntStream.range(0, PROVINCES).mapToObj(i -> "" + (10 + i)).toArray(String[]::new);

    @BeforeEach
    void empty() {
        Callers.emptyDatabase();
    }

    @Test
    void takesAWholeCountryInSecondsAndWritesNothingForWhatIsKnown() {
        String country = country();
        int rows = PROVINCES + COMMUNES * (1 + AGENCIES.size());

        Duration dry = time(() -> {
            Response answer = send(country, "?dryRun=true&results=failed");
            assertThat(answer.jsonPath().getMap("summary"))
                    .containsEntry("rowsIn", rows)
                    .containsEntry("created", rows)
                    .containsEntry("failed", 0)
                    .containsEntry("applied", false);
        });
        assertThat(TestDatabase.shared().ask("select count(*) from unit")).isEqualTo("0");
        Duration first = time(() -> {
            Response answer = send(country, "?results=failed&atomic=true");
            assertThat(answer.jsonPath().getInt("summary.created")).isEqualTo(rows);
            assertThat(answer.jsonPath().getList("results")).isEmpty();
        });
        assertThat(TestDatabase.shared().ask("select count(*) from unit")).isEqualTo("" + rows);
        assertThat(TestDatabase.shared().ask("select count(*) from unit_change where kind = 'ENTERED'"))
                .isEqualTo("" + rows);
        assertThat(TestDatabase.shared().ask("""
                        select count(*) from (select name from unit where type = 'COMMUNE_XA' group by name
                        having count(*) > 1) as repeated""")).isEqualTo("" + REPEATED);
        Duration again = time(() -> {
            Response answer = send(country, "?results=failed");
            assertThat(answer.jsonPath().getInt("summary.unchanged")).isEqualTo(rows);
        });
        assertThat(TestDatabase.shared().ask("select max(version) from unit")).isEqualTo("1");

        LOG.infof(
                "country of %d units: dry run %d ms, written %d ms, unchanged %d ms",
                rows, dry.toMillis(), first.toMillis(), again.toMillis());
        assertThat(first).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void readsOnlyWhatASmallListTouches() {
        send(country(), "?results=failed");
        String some = "code,parent_code,type,name\n10000.VHXH,10000,AGENCY,Phòng Văn hóa\n";

        Duration small = time(() -> {
            Response answer = send(some, "");
            assertThat(answer.jsonPath().getInt("summary.updated")).isEqualTo(1);
        });

        LOG.infof("a list of one unit in a country: %d ms", small.toMillis());
        assertThat(small).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void judgesALongChainOfMistakesInOneGo() {
        StringBuilder chain = new StringBuilder("code,parent_code,type,name\n10,,PROVINCE,Một\n");
        chain.append("10.A0,10.NONE,AGENCY,Đầu dây\n");
        for (int i = 1; i < 20_000; i++) {
            chain.append("10.A%d,10.A%d,AGENCY,Mắt xích\n".formatted(i, i - 1));
        }

        Duration judged = time(() -> {
            Response answer = send(chain.toString(), "?results=failed&dryRun=true");
            assertThat(answer.jsonPath().getMap("summary"))
                    .containsEntry("created", 1)
                    .containsEntry("failed", 20_000);
        });

        assertThat(judged).isLessThan(Duration.ofSeconds(20));
    }

    private static Response send(String csv, String query) {
        Response answer = as("province-admin", PROVINCE_CODES)
                .urlEncodingEnabled(false)
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/units:batch" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(207);
        return answer;
    }

    private static Duration time(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// The commune numbered i is called after i, but 246 of them after their neighbour.
    private static String country() {
        StringBuilder csv = new StringBuilder("code,parent_code,type,name,agency_type,block,aliases,valid_from\n");
        for (String province : PROVINCE_CODES) {
            csv.append("%s,,PROVINCE,Tỉnh số %s,,,,2025-07-01%n".formatted(province, province));
        }
        for (int i = 0; i < COMMUNES; i++) {
            String code = "" + (10_000 + i);
            int named = i < 2 * REPEATED && i % 2 == 1 ? i - 1 : i;
            csv.append("%s,%s,COMMUNE_XA,Xã số %d,,CHINH_QUYEN,Số %d,2025-07-01%n"
                    .formatted(code, PROVINCE_CODES[i % PROVINCES], named, named));
            for (AgencyType agency : AGENCIES) {
                csv.append("%s.%s,%s,AGENCY,%s,%s,%s,,2025-07-01%n"
                        .formatted(
                                code,
                                agency,
                                code,
                                agency.label().vi().replace(",", "").replace(";", ""),
                                agency,
                                agency.usualBlock()));
            }
        }
        return csv.toString();
    }
}
