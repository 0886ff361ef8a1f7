package vn.monitoring.task.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;

/// How long all tasks of the country take: 100,000 open ones of 3,321 communes. Run by name:
/// `mvn -pl task-service -am test -Dtest=EvaluationBench -Dsurefire.failIfNoSpecifiedTests=false`.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class EvaluationBench {

    private static final Logger LOG = Logger.getLogger(EvaluationBench.class);
    private static final int TASKS = 100_000;

    private final TestClock clock;
    private final Evaluation evaluation;

    EvaluationBench(TestClock clock, Evaluation evaluation) {
        this.clock = clock;
        this.evaluation = evaluation;
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
        TestDatabase.shared().truncateAll();
    }

    @Test
    void judgesACountryInANight() {
        generate();
        measure("the first time", LocalDate.of(2026, 6, 9));
        measure("an ordinary night", LocalDate.of(2026, 6, 10));
        measure("the same day again", LocalDate.of(2026, 6, 10));
        TestDatabase.shared().execute("analyze");
        measure("another night", LocalDate.of(2026, 6, 11));
        measure("the end of a month", LocalDate.of(2026, 7, 1));
        measure("after forty days", LocalDate.of(2026, 8, 10));
    }

    private void measure(String what, LocalDate day) {
        clock.setToday(day);
        EvaluationResult result = evaluation.judgeAll().orElseThrow();
        LOG.infof("%s: %s", what, result);
        assertThat(result.tasks()).isGreaterThanOrEqualTo(TASKS * 9 / 10);
    }

    /// A third is continuous, a third due within the year, the rest recurring, in stretches or without a deadline;
    /// seven of ten have an update in June, one in twenty an incomplete one.
    private static void generate() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared()
                .execute(
                        """
                        insert into unit (code, parent_code, path, type, name, aliases, version)
                        select lpad(p::text, 2, '0'), null, lpad(p::text, 2, '0')::ltree, 'PROVINCE', 'Tỉnh ' || p, '{}', 1
                        from generate_series(1, 34) p""",
                        """
                        insert into unit (code, parent_code, path, type, name, aliases, version)
                        select lpad(c::text, 5, '0'), lpad((c % 34 + 1)::text, 2, '0'),
                            (lpad((c % 34 + 1)::text, 2, '0') || '.' || lpad(c::text, 5, '0'))::ltree, 'COMMUNE_XA', 'Xã ' || c,
                            '{}', 1
                        from generate_series(1, 3321) c""",
                        """
                        insert into plan (id, unit_code, number, title, issued_on, plan_year, status, version)
                        select md5('plan' || c)::uuid, lpad(c::text, 5, '0'), '1/KH', 'Kế hoạch', '2026-01-02', 2026, 'IN_FORCE', 1
                        from generate_series(1, 3321) c""",
                        """
                        insert into task (id, plan_id, unit_code, responsible_unit_code, row_key, version, kind, position, number,
                            title, director_position, lead_agencies, coordinators, deliverable, timing, needs_decision, status,
                            percent, assigned_on, update_as_of, update_status, update_result, update_difficulty,
                            update_next_step, deliverable_count, business_date, timing_kind)
                        select md5('task' || n)::uuid, md5('plan' || (n %% 3321 + 1))::uuid, lpad((n %% 3321 + 1)::text, 5, '0'),
                            lpad((n %% 3321 + 1)::text, 5, '0'), 'row' || n, 3, 'TASK', n / 3321, (n / 3321)::text,
                            'Nhiệm vụ số ' || n, 'Phó Chủ tịch UBND xã', '{Phòng Văn hóa - Xã hội}', '{}', 'Báo cáo',
                            case n %% 9
                                when 0 then '{"raw":"Thường xuyên","kind":"CONTINUOUS","due":null,"start":null,"end":null,"report":null,"schedule":null,"phases":[],"flags":[]}'
                                when 1 then '{"raw":"Thường xuyên","kind":"CONTINUOUS","due":null,"start":null,"end":null,"report":"MONTHLY","schedule":null,"phases":[],"flags":[]}'
                                when 2 then '{"raw":"Thường xuyên","kind":"CONTINUOUS","due":null,"start":null,"end":null,"report":null,"schedule":null,"phases":[],"flags":[]}'
                                when 3 then '{"raw":"Năm 2026","kind":"YEAR","due":"2026-12-31","start":"2026-01-01","end":null,"report":null,"schedule":null,"phases":[],"flags":[]}'
                                when 4 then '{"raw":"Quý II/2026","kind":"QUARTER","due":"2026-06-30","start":"2026-04-01","end":null,"report":null,"schedule":null,"phases":[],"flags":[]}'
                                when 5 then replace('{"raw":"Ngày","kind":"DATE","due":"@","start":null,"end":null,"report":null,"schedule":null,"phases":[],"flags":[]}', '@', (date '2026-05-01' + n %% 365)::text)
                                when 6 then '{"raw":"Hằng quý","kind":"RECURRING_QUARTER","due":null,"start":null,"end":null,"report":null,"schedule":null,"phases":[],"flags":[]}'
                                when 7 then '{"raw":"2026","kind":"PERIOD","due":"2027-06-30","start":"2026-02-01","end":"2027-06-30","report":null,"schedule":null,"phases":[],"flags":[]}'
                                else '{"raw":"","kind":"MISSING","due":null,"start":null,"end":null,"report":null,"schedule":null,"phases":[],"flags":[]}'
                            end::jsonb, false, 'IN_PROGRESS', case when n %% 9 between 3 and 5 then n %% 100 end, '2026-01-20',
                            '2026-05-20', 'Đang làm', 'Đã họp', 'không có', 'Viết', n %% 3, '2026-05-20',
                            case n %% 9 when 6 then 'RECURRING_QUARTER' else 'CONTINUOUS' end
                        from generate_series(1, %d) n""".formatted(TASKS),
                        """
                        insert into progress_update (id, task_id, as_of, status, result, difficulty, next_step, percent, received_at,
                            by_username, missing)
                        select md5('update' || n || m)::uuid, md5('task' || n)::uuid, make_date(2026, m, 5),
                            'Đang làm', 'Đã họp', 'không có', case when n %% 20 = m then null else 'Viết' end, 40,
                            make_timestamptz(2026, m, 5, 10, 0, 0, 'Asia/Ho_Chi_Minh'), 'reporter',
                            case when n %% 20 = m then array['nextStep'] else '{}' end
                        from generate_series(1, %d) n, generate_series(4, 6) m where (n + m) %% 10 < 7""".formatted(TASKS),
                        """
                        insert into budget (task_id, source, revision, allocated, received_at, by_username)
                        select md5('task' || n)::uuid, 'OTHER', 1, 1000000, now(), 'x' from generate_series(3, %d, 10) n""".formatted(TASKS),
                        """
                        insert into disbursement (id, task_id, source, amount, disbursed_on, document_number, received_at, by_username)
                        select md5('paid' || n)::uuid, md5('task' || n)::uuid, 'OTHER', n %% 900000 + 1, '2026-05-05', '1', now(), 'x'
                        from generate_series(3, %d, 10) n""".formatted(TASKS),
                        "analyze");
    }
}
