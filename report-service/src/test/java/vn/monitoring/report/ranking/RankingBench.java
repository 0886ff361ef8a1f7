package vn.monitoring.report.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;

/// Ranks all communes of the country, province by province, over HTTP; run by hand: `-Dtest=RankingBench`.
///
/// 34 provinces with 98 communes each, 30 tasks and 25 indicators a commune.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class RankingBench {

    private static final Logger LOG = Logger.getLogger(RankingBench.class);

    @Inject
    TestClock clock;

    @Test
    void ranksTheCountry() {
        clock.setToday(LocalDate.parse("2026-11-22"));
        Given.units();
        TestDatabase.shared().execute("""
                insert into unit (code, path, type, name, version)
                select 'P' || p, ('P' || p)::ltree, 'PROVINCE', 'Tỉnh ' || p, 1 from generate_series(1, 34) p""", """
                insert into unit (code, parent_code, path, type, name, version)
                select 'C' || p || '_' || c, 'P' || p, ('P' || p || '.C' || p || '_' || c)::ltree,
                    case when c % 3 = 0 then 'COMMUNE_PHUONG' else 'COMMUNE_XA' end, 'Xã ' || c, 1
                from generate_series(1, 34) p cross join generate_series(1, 98) c""", """
                insert into task_fact (event_id, task_id, plan_id, unit_code, business_date, version, data)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'C' || p || '_' || c, '2026-08-31', 3,
                    jsonb_build_object('kind', 'TASK', 'title', repeat('Xây dựng kế hoạch ', 20),
                        'timing', jsonb_build_object('kind', 'MONTH', 'raw', 'Tháng 8/2026'), 'status', 'COMPLETED',
                        'dueOn', '2026-08-31', 'completedOn', case when k % (c % 7 + 2) = 0 then '2026-09-30' else '2026-08-30' end)
                from generate_series(1, 34) p cross join generate_series(1, 98) c cross join generate_series(1, 30) k""", """
                insert into grade_fact (event_id, indicator_id, plan_id, unit_code, as_of, version, data)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'C' || p || '_' || c, '2026-09-30', 1,
                    jsonb_build_object('status', case when k % (c % 5 + 2) = 0 then 'BEHIND' else 'ON_TRACK' end,
                        'indicatorName', repeat('Tỷ lệ hồ sơ trực tuyến ', 10), 'measurementId', 'x', 'period', '2026-Q3')
                from generate_series(1, 34) p cross join generate_series(1, 98) c cross join generate_series(1, 25) k""", "analyze");
        rank(1);
        List<Long> milliseconds = new ArrayList<>();
        for (int province = 1; province <= 34; province++) {
            milliseconds.add(rank(province));
        }
        Collections.sort(milliseconds);
        LOG.infof(
                "34 provinces of 98 communes ranked in %d ms; one in %d ms median, %d ms at most",
                milliseconds.stream().mapToLong(Long::longValue).sum(), milliseconds.get(17), milliseconds.getLast());
        clock.reset();
    }

    private static long rank(int province) {
        long start = System.nanoTime();
        Response made = Given.as("leader", "P" + province)
                .body(Map.of("unitCode", "P" + province, "period", "2026-Q3"))
                .post("/api/v1/rankings");
        long taken = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(made.statusCode()).isEqualTo(201);
        return taken;
    }
}
