package vn.monitoring.report.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;
import vn.monitoring.report.fact.FrozenFigures.Replaced;
import vn.monitoring.report.fact.FrozenFigures.Taken;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class FrozenFiguresTest {

    private static final Taken TAKEN =
            new Taken("reporter-10675", Instant.parse("2026-09-20T03:00:00Z"), "Đính chính số liệu");

    @Inject
    FrozenFigures frozen;

    @Inject
    Facts facts;

    @Inject
    TestClock clock;

    private final UUID plan = UUID.randomUUID();
    private final UUID indicator = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        Given.units();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void holdsAnIndicatorWithoutAGradeByItsTargetsOfThatDay() {
        UUID without = UUID.randomUUID();
        Given.told("plan", "plan.changed", plan.toString(), Given.plan(plan, "10675", "DANG", "IN_FORCE"));
        told(indicator, 1, target("a", "≥ 80%", "2026-01-01", "2026-09-01"), target("b", "≥ 85%", "2026-09-01", null));
        told(without, 1);
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-15", "ON_TRACK", 72.1, 1));
        Given.until("select count(*) from indicator", 2);
        Given.until("select count(*) from plan", 1);
        Given.until("select count(*) from grade_fact", 1);

        String id = drafted();

        Map<UUID, IndicatorFigure> figures = byId(frozen.of(UUID.fromString(id)));
        assertThat(figures.get(indicator))
                .returns("NO_DATA", IndicatorFigure::status)
                .returns(true, IndicatorFigure::isUngraded)
                .returns("10675.VHXH", IndicatorFigure::unitCode)
                .returns(LocalDate.parse("2026-09-14"), IndicatorFigure::asOf)
                .matches(figure -> figure.target() != null
                        && figure.target().get("raw").asText().equals("≥ 85%"));
        assertThat(figures.get(without)).returns("NO_TARGET", IndicatorFigure::status);
        assertThat(byId(facts.asAt("10675", null, LocalDate.parse("2026-08-31")).figures())
                        .get(indicator))
                .matches(figure -> figure.target() != null
                        && figure.target().get("raw").asText().equals("≥ 80%"));
        assertThat(facts.asAt("10675", null, LocalDate.parse("2025-09-07")).grades())
                .as("before the plan was issued")
                .isEmpty();
    }

    @Test
    void keepsATargetThatIsToldNoLongerForTheDaysOnWhichItHeld() {
        Given.told("plan", "plan.changed", plan.toString(), Given.plan(plan, "10675", "DANG", "IN_FORCE"));
        Given.until("select count(*) from plan", 1);
        told(indicator, 1, target("a", "≥ 80%", "2026-01-01", null));
        Given.until("select count(*) from indicator_target", 1);
        told(indicator, 2, target("b", "≥ 85%", "2026-09-01", null));
        Given.until("select count(*) from indicator_target", 2);

        assertThat(TestDatabase.shared().ask("select valid_to from indicator_target where key like '%a'"))
                .isEqualTo("2026-09-01");
    }

    @Test
    void comparesWithThePeriodBeforeAndTheYearBefore() {
        String lastYear = Given.toldGrade(Given.grade(indicator, plan, "2025-09-10", "BEHIND", 50, 1));
        String before = Given.toldGrade(Given.grade(indicator, plan, "2026-06-14", "BEHIND", 60, 1));
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-14", "ON_TRACK", 72.1, 1));
        Given.until("select count(*) from grade_fact", 3);

        IndicatorFigure figure =
                frozen.of(UUID.fromString(drafted())).indicators().getFirst();

        assertThat(figure.previous())
                .isEqualTo(new EarlierFigure(LocalDate.parse("2026-06-14"), "BEHIND", new BigDecimal("60.0"), before));
        assertThat(figure.lastYear())
                .isEqualTo(
                        new EarlierFigure(LocalDate.parse("2025-09-10"), "BEHIND", new BigDecimal("50.0"), lastYear));
    }

    @Test
    void replacesOneOpenFigureAndKeepsTheOldOne() {
        String old = Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "BEHIND", 60, 1));
        String oldTask = Given.toldTask(Given.task(task, plan, "2026-08-20", "DUE_SOON", 1));
        Given.until("select count(*) from grade_fact", 1);
        Given.until("select count(*) from task_fact", 1);
        UUID report = UUID.fromString(drafted());
        assertThat(frozen.refresh(report, FigureKind.GRADE, indicator, TAKEN))
                .as("nothing newer is known")
                .isFalse();

        String late = Given.toldGrade(Given.grade(indicator, plan, "2026-09-12", "ON_TRACK", 75, 2));
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-20", "ACHIEVED", 90, 3));
        ObjectNode done = Given.task(task, plan, "2026-09-01", "ON_TIME", 2).put("completedOn", "2026-08-30");
        Given.toldTask(done);
        Given.until("select count(*) from grade_fact", 3);
        Given.until("select count(*) from task_fact", 2);
        assertThat(frozen.refresh(report, FigureKind.GRADE, indicator, TAKEN)).isTrue();
        assertThat(frozen.refresh(report, FigureKind.TASK, task, TAKEN)).isTrue();

        Figures figures = frozen.of(report);
        assertThat(figures.indicators().getFirst()).returns(late, IndicatorFigure::eventId);
        assertThat(figures.tasks().getFirst()).returns("ON_TIME", TaskFigure::timeliness);
        assertThat(frozen.replaced(report))
                .containsExactly(
                        new Replaced(FigureKind.GRADE, indicator, 0, old, TAKEN),
                        new Replaced(FigureKind.TASK, task, 0, oldTask, TAKEN));
    }

    @Test
    void neitherChangesALockedFigureNorLosesItsFact() {
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "BEHIND", 60, 1));
        Given.toldTask(Given.task(task, plan, "2026-08-20", "DUE_SOON", 1));
        Given.until("select count(*) from grade_fact", 1);
        Given.until("select count(*) from task_fact", 1);
        UUID report = UUID.fromString(drafted());
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-12", "ON_TRACK", 75, 2));
        Given.toldTask(Given.task(task, plan, "2026-09-01", "OVERDUE", 2));
        Given.until("select count(*) from grade_fact", 2);
        Given.until("select count(*) from task_fact", 2);
        TestDatabase database = TestDatabase.shared();
        database.execute("update report set open_parts = '{figure:TASK:" + task + "}'");

        assertThatThrownBy(() -> frozen.refresh(report, FigureKind.GRADE, indicator, TAKEN))
                .rootCause()
                .hasMessageContaining("locked");
        assertThat(frozen.refresh(report, FigureKind.TASK, task, TAKEN)).isTrue();
        for (String forged : List.of(
                "update report_figure set timeliness = 'ON_TIME' where kind = 'TASK'",
                "delete from report_figure",
                "update report_figure_history set reason = null",
                "delete from report_figure_history",
                "update grade_fact set as_of = '2026-01-01'",
                "delete from grade_fact")) {
            assertThatThrownBy(() -> database.execute(forged)).as(forged).isNotNull();
        }
    }

    private void told(UUID id, int version, ObjectNode... targets) {
        ObjectNode state = Given.indicator(id, plan).put("version", version);
        for (ObjectNode target : targets) {
            state.withArray("targets").add(target);
        }
        Given.told("indicator", "indicator.changed", id.toString(), state);
    }

    private ObjectNode target(String id, String raw, String from, @Nullable String to) {
        ObjectNode target = Given.indicator(indicator, plan).objectNode();
        target.put("id", "00000000-0000-0000-0000-00000000000" + id)
                .put("year", 2026)
                .put("dueDate", "2026-12-31")
                .put("raw", raw)
                .put("kind", "NUMBER")
                .put("comparator", "GE")
                .put("low", 80)
                .putNull("high")
                .put("unit", "%")
                .put("soft", false)
                .put("provisional", false)
                .put("validFrom", from)
                .put("validTo", to)
                .putArray("flags");
        return target;
    }

    private static Map<UUID, IndicatorFigure> byId(Figures figures) {
        return figures.indicators().stream()
                .collect(java.util.stream.Collectors.toMap(IndicatorFigure::indicatorId, figure -> figure));
    }

    private static String drafted() {
        String obligation = Given.obligation(Given.regime(), "2026-Q3", "10675");
        Given.as("reporter", "10675")
                .body(Map.of("obligationId", obligation))
                .post("/api/v1/reports")
                .then()
                .statusCode(201);
        return obligation;
    }
}
