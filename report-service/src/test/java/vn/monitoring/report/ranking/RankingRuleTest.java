package vn.monitoring.report.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingRuleTest {

    private final RankingRule rule = new RankingRule(RankingPolicy.STANDARD);

    @ParameterizedTest
    @CsvSource({
        // due, on time, on track, slight, behind, no data, expected, valid, figures, good, feedback due, on time →
        // percent
        "10, 10, 10, 0, 0, 0, 10, 10, 10, 10, 10, 10, 100.00",
        "10,  0,  0, 0, 10, 0, 10,  0, 10,  0, 10,  0, 0.00",
        "10,  9,  6, 2, 2, 0, 30, 28, 10,  8,  4,  3, 81.75",
        // nothing to answer: 35, 35, 15 and 10 keep their proportions
        "10,  9,  6, 2, 2, 0, 30, 28, 10,  8,  0,  0, 82.11",
        // 8 of 10 indicators with data: what they reach is capped at 80 %
        "10, 10,  8, 0, 0, 2, 10, 10,  8,  8,  0,  0, 92.63",
        "3,   1,  1, 1, 1, 0,  7,  3,  3,  1,  9,  2, 40.04"
    })
    void weighsExactly(
            long due,
            long onTime,
            long onTrack,
            long slight,
            long behind,
            long noData,
            long expected,
            long valid,
            long figures,
            long good,
            long feedbackDue,
            long answered,
            BigDecimal percent) {
        UnitCounts counts = new UnitCounts(
                "1",
                "Xã",
                "COMMUNE_XA",
                new UnitCounts.Tasks(due, onTime),
                new UnitCounts.Indicators(onTrack, slight, behind, noData, 5, 5),
                new UnitCounts.Updates(expected, valid),
                new UnitCounts.Quality(figures, good, good, good, good),
                new UnitCounts.Feedback(feedbackDue, answered));

        Ratio total = Objects.requireNonNull(rule.score(counts).total());

        assertThat(total.percent()).isEqualByComparingTo(percent);
    }

    @Test
    void letsEqualScoresShareARankAndSkipsTheNext() {
        List<Score> scores = rule.rank(
                List.of(commune("1", 7, 20), commune("2", 14, 20), commune("3", 7, 10), commune("4", 20, 20)));

        assertThat(scores)
                .extracting(score -> score.counts().unitCode() + ":" + score.rank())
                .containsExactly("4:1", "2:2", "3:2", "1:4");
    }

    @Test
    void ranksOnlyWithTheSameType() {
        List<Score> scores = rule.rank(List.of(
                commune("1", "COMMUNE_PHUONG", 10, 10),
                commune("2", "COMMUNE_XA", 5, 10),
                commune("3", "COMMUNE_DACKHU", 1, 10),
                commune("4", "COMMUNE_XA", 6, 10)));

        assertThat(scores)
                .extracting(score -> score.counts().unitCode() + ":" + score.rank())
                .containsExactly("3:1", "1:1", "4:1", "2:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        5 | 8 | 2 |
        4 | 8 | 2 | TOO_FEW_DUE_TASKS
        5 | 79 | 21 | COVERAGE_TOO_LOW
        5 | 80 | 20 |
        0 | 0 | 0 | TOO_FEW_DUE_TASKS,COVERAGE_TOO_LOW""")
    void ranksNoneWithTooLittle(
            long due, long onTrack, long noData, @org.jspecify.annotations.Nullable String reasons) {
        UnitCounts counts = new UnitCounts(
                "1",
                "Xã",
                "COMMUNE_XA",
                new UnitCounts.Tasks(due, due),
                new UnitCounts.Indicators(onTrack, 0, 0, noData, 90, 90),
                new UnitCounts.Updates(0, 0),
                new UnitCounts.Quality(0, 0, 0, 0, 0),
                new UnitCounts.Feedback(0, 0));

        Score score = rule.rank(List.of(counts)).getFirst();

        assertThat(score.reasons().stream().map(Enum::name).toList())
                .isEqualTo(reasons == null ? List.of() : List.of(reasons.split(",", -1)));
        assertThat(score.rank() == null).isEqualTo(reasons != null);
    }

    @Test
    void followsThePolicy() {
        Map<Component, Integer> weights = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            weights.put(component, component == Component.TASKS_ON_TIME ? 100 : 0);
        }
        RankingPolicy onlyTasks = new RankingPolicy(weights, 0, 0, 0, 90, 70, 50, 0, 0);

        Ratio total = new RankingRule(onlyTasks).score(commune("1", 1, 3)).total();

        assertThat(total).isEqualTo(Ratio.of(1, 3));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        ON_TRACK       , false, true , %      , true , true , 2026-Q3, true , true , true
        ACHIEVED       , true , true , %      , true , true , 2026-Q3, false, true , true
        ON_TRACK       , false, true , %      , false, false, 2026-Q3, true , false, true
        ON_TRACK       , false, true , hồ sơ  , false, false, 2026-09, true , true , true
        BEHIND         , false, true , %      , true , true , 2026-Q2, true , true , false
        SLIGHTLY_BEHIND, false, false, -      , false, false, -      , false, false, false""")
    void judgesFigures(
            String status,
            boolean provisional,
            boolean measured,
            @org.jspecify.annotations.Nullable String unit,
            boolean numerator,
            boolean denominator,
            @org.jspecify.annotations.Nullable String period,
            boolean firm,
            boolean counted,
            boolean current) {
        Figure figure = new Figure(status, provisional, measured, unit, numerator, denominator, period);

        assertThat(figure.isUsed()).isTrue();
        assertThat(figure.isFirm()).isEqualTo(firm);
        assertThat(figure.isCounted()).isEqualTo(counted);
        assertThat(figure.isCurrent(java.time.LocalDate.parse("2026-07-01"))).isEqualTo(current);
    }

    private static UnitCounts commune(String code, long onTime, long due) {
        return commune(code, "COMMUNE_XA", onTime, due);
    }

    /// Differs from others in its tasks alone.
    private static UnitCounts commune(String code, String type, long onTime, long due) {
        return new UnitCounts(
                code,
                "Đơn vị " + code,
                type,
                new UnitCounts.Tasks(due, onTime),
                new UnitCounts.Indicators(10, 0, 0, 0, 0, 0),
                new UnitCounts.Updates(3, 3),
                new UnitCounts.Quality(10, 10, 10, 10, 10),
                new UnitCounts.Feedback(0, 0));
    }
}
