package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.TargetKind;

/// What must hold for all figures, tried on thousands of random ones; each failure names its case.
class PropertiesTest {

    private static final long SEED = 57;
    private static final int CASES = 5_000;
    private static final List<GradeStatus> WORST_FIRST = List.of(
            GradeStatus.MISSED,
            GradeStatus.BEHIND,
            GradeStatus.SLIGHTLY_BEHIND,
            GradeStatus.ON_TRACK,
            GradeStatus.ACHIEVED);

    /// Over random plans, denominators, dates and directions: a figure that is one thing worse never gets a better
    /// status.
    @Test
    void gradingNeverImprovesWhenTheFigureGetsWorse() {
        Random random = new Random(SEED);
        for (int number = 0; number < CASES; number++) {
            boolean lower = random.nextInt(4) == 0;
            int denominator = 1 + random.nextInt(random.nextBoolean() ? 12 : 3000);
            int better = random.nextInt(denominator + 1);
            int worse = lower ? Math.min(denominator, better + 1) : Math.max(0, better - 1);
            long seed = random.nextLong();

            Judgement good = plan(new Random(seed), lower, better + "/" + denominator);
            Judgement bad = plan(new Random(seed), lower, worse + "/" + denominator);

            assertThat(WORST_FIRST.indexOf(bad.status()))
                    .as(
                            "case %d: %d/%d %s against %d/%d %s (%s)",
                            number,
                            worse,
                            denominator,
                            bad.status(),
                            better,
                            denominator,
                            good.status(),
                            good.explanation().en())
                    .isBetween(0, WORST_FIRST.indexOf(good.status()));
        }
    }

    private static Judgement plan(Random random, boolean lower, String figure) {
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
        Case plan = Case.indicator();
        if (lower) {
            plan.lowerIsBetter();
        }
        if (random.nextBoolean()) {
            plan.baseline(
                    percent(random), date.minusDays(1 + random.nextInt(500)).toString());
        }
        int milestones = 1 + random.nextInt(3);
        LocalDate due = date.minusDays(200);
        for (int milestone = 0; milestone < milestones; milestone++) {
            due = due.plusDays(100 + random.nextInt(400));
            TargetKind kind = random.nextInt(4) == 0 ? TargetKind.MAINTAIN : TargetKind.NUMBER;
            plan.target(
                    kind,
                    List.of("=", "~").get(random.nextInt(2)),
                    percent(random),
                    null,
                    due.toString(),
                    TargetPoint.Standing.SETTLED);
        }
        if (random.nextBoolean()) {
            plan.point(percent(random), date.plusDays(random.nextInt(90)).toString());
        }
        if (random.nextInt(3) == 0) {
            plan.policy(Case.stepwise());
        }
        return plan.figure(figure, date.toString()).on(date.toString());
    }

    /// 100·numerator against level·denominator in whole numbers.
    @Test
    void achievedAgreesWithExactRationalArithmetic() {
        Random random = new Random(SEED);
        for (int number = 0; number < CASES; number++) {
            long denominator = 1 + random.nextLong(random.nextBoolean() ? 20 : 4_000_000_000_000L);
            BigDecimal low = new BigDecimal(percent(random));
            // as near to the level as whole things allow, where rounding would go wrong
            BigDecimal level = low.multiply(BigDecimal.valueOf(denominator)).movePointLeft(2);
            long numerator = Math.clamp(level.longValue() + random.nextInt(-1, 2), 0, denominator);
            Comparator comparator = List.of(Comparator.GE, Comparator.GT, Comparator.EQ, Comparator.LE, Comparator.LT)
                    .get(random.nextInt(5));

            BigInteger left = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(10_000));
            BigInteger right = low.movePointRight(2).toBigIntegerExact().multiply(BigInteger.valueOf(denominator));
            int sign = left.compareTo(right);
            boolean exact = switch (comparator) {
                case GE, EQ, APPROX, IN -> sign >= 0;
                case GT -> sign > 0;
                case LE -> sign <= 0;
                case LT -> sign < 0;
            };

            Judgement grade = Case.indicator()
                    .number(comparator.symbol(), low.toPlainString(), "2026-12-31")
                    .figure(numerator + "/" + denominator, "2026-12-31")
                    .on("2026-12-31");

            assertThat(grade.status())
                    .as("case %d: %d/%d %s %s", number, numerator, denominator, comparator, low)
                    .isEqualTo(exact ? GradeStatus.ACHIEVED : GradeStatus.MISSED);
        }
    }

    @Test
    void thePathHitsItsMilestonesAndStaysBetweenThem() {
        Random random = new Random(SEED);
        for (int number = 0; number < CASES; number++) {
            LocalDate day = LocalDate.of(2025, 1, 1);
            List<PathPoint> points = new ArrayList<>();
            for (int point = 0; point < 2 + random.nextInt(6); point++) {
                day = day.plusDays(1 + random.nextInt(900));
                points.add(new PathPoint(day, new BigDecimal(percent(random))));
            }
            GradingPolicy.PathShape shape =
                    random.nextBoolean() ? GradingPolicy.PathShape.LINEAR : GradingPolicy.PathShape.STEP;
            Path path = new Path(points, shape);
            for (PathPoint point : points) {
                assertThat(path.expectedOn(point.date()))
                        .as("case %d on %s", number, point.date())
                        .isEqualByComparingTo(point.value());
            }
            PathPoint before = points.get(0);
            PathPoint after = points.get(1);
            BigDecimal between = path.expectedOn(before.date()
                    .plusDays(random.nextLong(
                            after.date().toEpochDay() - before.date().toEpochDay())));
            assertThat(between)
                    .as("case %d between", number)
                    .isBetween(before.value().min(after.value()), before.value().max(after.value()));
        }
    }

    @Test
    void theProjectionOfAShareStaysWithin0And100() {
        Random random = new Random(SEED);
        Projection projection = new Projection(GradingPolicy.FIRST);
        for (int number = 0; number < CASES; number++) {
            List<Situation.Point> history = new ArrayList<>();
            LocalDate day = LocalDate.of(2025, 1, 1);
            int figures = 3 + random.nextInt(8);
            for (int figure = 0; figure < figures; figure++) {
                day = day.plusDays(1 + random.nextInt(40));
                history.add(new Situation.Point(day, new Figure.Percent(new BigDecimal(percent(random)))));
            }
            BigDecimal projected =
                    projection.on(day.plusDays(random.nextInt(7000)), history).orElseThrow();
            assertThat(projected).as("case %d: %s", number, history).isBetween(BigDecimal.ZERO, Figure.HUNDRED);
        }
    }

    /// 0.00 to 100.00.
    private static String percent(Random random) {
        return BigDecimal.valueOf(random.nextInt(10_001), 2).toPlainString();
    }
}
