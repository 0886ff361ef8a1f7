package vn.monitoring.task.plan;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.task.Sample.done;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PlanReplicaTest {

    private static final byte[] TABLE = Sample.TABLE.getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void prepare() {
        Sample.prepare();
    }

    @Test
    void takesAPlanInAsSoonAsItIsTold() {
        UUID plan = UUID.randomUUID();
        problem(upload(standing(), plan, true, "a.csv", TABLE), 404, "PLAN_NOT_FOUND");

        tell(plan, UUID.randomUUID(), "10675", 3);

        await().atMost(30, SECONDS).untilAsserted(() -> done(upload(standing(), plan, true, "a.csv", TABLE), 200));
        assertThat(TestDatabase.shared()
                        .ask("select concat_ws(' ', number, issued_on, plan_year, horizon_end, status, version)"
                                + " from plan where id = '" + plan + "'"))
                .isEqualTo("12/KH-UBND 2026-03-05 2026 2026-12-31 IN_FORCE 3");
    }

    @Test
    void keepsTheNewestStateAndTakesEachFactOnce() {
        UUID plan = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        UUID marker = UUID.randomUUID();

        tell(plan, newer, "10675", 5);
        tell(plan, UUID.randomUUID(), "11002", 4);
        tell(plan, newer, "11002", 6);
        tell(plan, marker, "10675", 1);

        await().atMost(30, SECONDS)
                .until(() -> "1"
                        .equals(TestDatabase.shared()
                                .ask("select count(*) from inbox_event where event_id = '" + marker + "'")));
        assertThat(TestDatabase.shared().ask("select unit_code || ' ' || version from plan where id = '" + plan + "'"))
                .isEqualTo("10675 5");
    }

    private static void tell(UUID plan, UUID eventId, String unit, int version) {
        Events.send(
                "monitoring.plan",
                plan.toString(),
                "vn.monitoring.plan.changed.v1",
                eventId.toString(),
                "2026-03-05T02:00:00Z",
                Map.ofEntries(
                        Map.entry("id", plan.toString()),
                        Map.entry("unitCode", unit),
                        Map.entry("block", "CHINH_QUYEN"),
                        Map.entry("docType", "Kế hoạch"),
                        Map.entry("number", "12/KH-UBND"),
                        Map.entry("issuedOn", "2026-03-05"),
                        Map.entry("title", "Kế hoạch năm 2026"),
                        Map.entry("planYear", 2026),
                        Map.entry("horizonStart", "2026-01-01"),
                        Map.entry("horizonEnd", "2026-12-31"),
                        Map.entry("status", "IN_FORCE"),
                        Map.entry("version", version)));
    }
}
