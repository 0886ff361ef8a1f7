package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds to a verdict what is missing, what the trend says and how sure all of it is.
///
/// Regressing: worse than the figure before by more than one point. At risk: the projection misses the target.
/// Provisional: the target itself awaits a person's confirmation.
final class Conclusion {

    private final GradingPolicy policy;
    private final Projection projection;
    private final FewThings fewThings;

    Conclusion(GradingPolicy policy) {
        this.policy = policy;
        this.fewThings = new FewThings(policy);
        this.projection = new Projection(policy);
    }

    Judgement draw(@Nullable TargetPoint governing, Verdict verdict) {
        Situation situation = verdict.situation();
        return situation == null ? withoutFigure(governing, verdict) : withFigure(situation, verdict);
    }

    private static Judgement withoutFigure(@Nullable TargetPoint governing, Verdict verdict) {
        boolean disputed = governing != null && governing.standing() == TargetPoint.Standing.IN_DISPUTE;
        return new Judgement(
                verdict.status(),
                false,
                false,
                disputed,
                governing,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                verdict.why());
    }

    private Judgement withFigure(Situation situation, Verdict verdict) {
        Direction direction = situation.direction();
        BigDecimal required = verdict.required();
        BigDecimal expected = verdict.expected();
        Explanation why = verdict.why();

        Shortfall shortfall = Shortfall.of(situation.figure(), required, verdict.strict(), direction);
        if (shortfall != null) {
            why = why.then(missing(situation, shortfall));
        }
        Explanation few = fewThings.remark(situation);
        if (few != null) {
            why = why.then(few);
        }
        Situation.Point before = regressedFrom(situation);
        if (before != null) {
            why = why.then(worse(situation, before));
        }
        BigDecimal projected = projected(situation, verdict.status());
        boolean atRisk = projected != null && direction.gap(projected, required).signum() < 0;
        if (projected != null && atRisk) {
            why = why.then(risk(situation, projected));
        }
        Baseline baseline = situation.baseline();
        boolean assumed = baseline != null && baseline.assumed();
        if (baseline != null && assumed) {
            why = why.then(assumption(situation, baseline));
        }
        boolean provisional = situation.target().standing() == TargetPoint.Standing.PROVISIONAL;
        if (provisional) {
            why = why.then(new Explanation(
                    "Giá trị mục tiêu đang chờ xác nhận nên kết quả là tạm thời.",
                    "The target's value awaits confirmation, so the grade is provisional."));
        }
        return new Judgement(
                verdict.status(),
                before != null,
                atRisk,
                provisional,
                situation.target(),
                new Observation(situation.figureOn(), situation.figure()),
                expected,
                direction.gap(Pace.shown(situation.figure()), expected),
                Pace.progress(situation.figure(), expected, baseline, direction),
                shortfall,
                projected,
                assumed,
                why);
    }

    /// The figure before, when the latest is worse by more than the policy's points; of few things by more than one.
    private Situation.@Nullable Point regressedFrom(Situation situation) {
        List<Situation.Point> points = situation.comparable();
        if (points.size() < 2) {
            return null;
        }
        Situation.Point before = points.get(points.size() - 2);
        BigDecimal change = situation
                .direction()
                .gap(situation.figure().value(), before.figure().value());
        boolean worse = change.compareTo(policy.regressionPoints().negate()) < 0;
        return worse && !fewThings.areShortOfOne(situation, before.figure().value()) ? before : null;
    }

    /// Only where there is still something to reach and time to reach it.
    private @Nullable BigDecimal projected(Situation situation, GradeStatus status) {
        return switch (status) {
            case ON_TRACK, SLIGHTLY_BEHIND, BEHIND ->
                situation.figure() instanceof Figure.Level
                        ? null
                        : projection
                                .on(situation.target().due(), situation.comparable())
                                .orElse(null);
            case ACHIEVED, MISSED, NOT_DUE, NO_TARGET, NO_DATA -> null;
        };
    }

    private static Explanation missing(Situation situation, Shortfall shortfall) {
        boolean less = situation.direction() == Direction.LOWER_IS_BETTER;
        String vi = less ? "Để đạt mục tiêu còn phải giảm %s." : "Để đạt mục tiêu còn thiếu %s.";
        String en = less ? "To meet the target it must still fall by %s." : "Still missing to meet the target: %s.";
        BigDecimal missing = shortfall.missing();
        return switch (shortfall.measure()) {
            case THINGS -> {
                String thing = situation.about().countedThing();
                String name = thing == null ? "" : " " + Numbers.inSentence(thing);
                yield new Explanation(
                        vi.formatted(Numbers.VI.plain(missing) + name), en.formatted(Numbers.EN.plain(missing) + name));
            }
            case POINTS, OWN_UNIT ->
                new Explanation(
                        vi.formatted(situation.distance(Numbers.VI, missing)),
                        en.formatted(situation.distance(Numbers.EN, missing)));
        };
    }

    private static Explanation worse(Situation situation, Situation.Point before) {
        BigDecimal change =
                situation.figure().value().subtract(before.figure().value()).abs();
        return new Explanation(
                "Kém hơn lần trước (%s) %s."
                        .formatted(Numbers.day(before.asOf()), situation.distance(Numbers.VI, change)),
                "Worse than the time before (%s) by %s."
                        .formatted(Numbers.day(before.asOf()), situation.distance(Numbers.EN, change)));
    }

    private static Explanation risk(Situation situation, BigDecimal projected) {
        String due = Numbers.day(situation.target().due());
        return new Explanation(
                "Theo đà hiện nay, đến %s dự kiến %s, có nguy cơ không đạt."
                        .formatted(due, situation.level(Numbers.VI, projected)),
                "At the present pace it will be %s by %s: at risk of missing the target."
                        .formatted(situation.level(Numbers.EN, projected), due));
    }

    private static Explanation assumption(Situation situation, Baseline baseline) {
        String date = Numbers.day(baseline.date());
        return new Explanation(
                "Kế hoạch chưa nêu kỳ gốc; lấy số liệu xác nhận đầu tiên (%s ngày %s)."
                        .formatted(situation.level(Numbers.VI, baseline.value()), date),
                "The plan states no baseline; the first verified figure stands in (%s on %s)."
                        .formatted(situation.level(Numbers.EN, baseline.value()), date));
    }
}
