package vn.monitoring.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.report.ranking.Component;
import vn.monitoring.report.ranking.RankingPolicy;
import vn.monitoring.report.ranking.Ratio;

class SheetRuleTest {

    private static final RankingPolicy POLICY = policy();

    private final SheetRule rule = new SheetRule(POLICY);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # score    , bonus, penalty, ranked, total   , classification
        9, 10      , 0    , 0      , true  , 90/1    , EXCELLENT
        8999, 10000, 0    , 0      , true  , 8999/100, GOOD
        89, 100    , 1    , 0      , true  , 90/1    , EXCELLENT
        90, 100    , 0    , 1      , true  , 89/1    , GOOD
        2, 3       , 0    , 0      , true  , 200/3   , COMPLETED
        7, 10      , 0    , 0      , true  , 70/1    , GOOD
        1, 2       , 0    , 0      , true  , 50/1    , COMPLETED
        1, 2       , 0    , 1      , true  , 49/1    , NOT_COMPLETED
        99, 100    , 5    , 0      , true  , 100/1   , EXCELLENT
        1, 100     , 0    , 10     , true  , 0/1     , NOT_COMPLETED
        9, 10      , 0    , 0      , false , 90/1    , -""")
    void addsUpAndClassifiesExactly(
            long numerator,
            long denominator,
            int bonus,
            int penalty,
            boolean ranked,
            String total,
            @Nullable Classification classification) {
        Ratio score = Ratio.of(numerator, denominator);
        List<Points> points = points(bonus, penalty);

        assertThat(rule.total(score, points)).hasToString(total);
        assertThat(rule.classify(score, points, ranked)).isEqualTo(classification);
    }

    @ParameterizedTest
    @CsvSource({"5, 10, true", "6, 0, false", "0, 11, false", "0, 0, true"})
    void boundsThePoints(int bonus, int penalty, boolean allowed) {
        assertThat(rule.allows(points(bonus, penalty))).isEqualTo(allowed);
    }

    private static List<Points> points(int bonus, int penalty) {
        return List.of(new Points(Points.Kind.BONUS, bonus, "Vì"), new Points(Points.Kind.PENALTY, penalty, "Vì"));
    }

    private static RankingPolicy policy() {
        Map<Component, Integer> weights = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            weights.put(component, 20);
        }
        return new RankingPolicy(weights, 5, 80, 50, 90, 70, 50, 5, 10);
    }
}
