package vn.monitoring.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.client.Json;
import vn.monitoring.client.Screen;

class FindingsTest {

    @ParameterizedTest
    @CsvSource({
        "AT_MOST, 3, 2.999, true",
        "AT_MOST, 3, 3, true",
        "AT_MOST, 3, 3.001, false",
        "AT_LEAST, 0.25, 0.25, true",
        "AT_LEAST, 0.25, 0.249, false"
    })
    void tellsWhetherATargetIsMet(Target.Comparison comparison, double bound, double value, boolean met) {
        assertThat(new Target(comparison, bound).isMetBy(value)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"AT_LEAST|1500|≥ 1,500", "AT_MOST|30|≤ 30", "AT_LEAST|0.25|≥ 0.25"})
    void showsTargetsAsTheIssueWritesThem(Target.Comparison comparison, double bound, String text) {
        assertThat(new Target(comparison, bound).text()).isEqualTo(text);
    }

    @Test
    void showsFiguresBesideTheirTargets() {
        Findings findings = new Findings(screen());
        findings.add(new Figure("batch", "83,025 new rows", 2.7184, "s", Target.atMost(3)));
        findings.add(new Figure("single", "new figures", 987.4, "/s", Target.atLeast(1_500)));
        findings.add(new Figure("batch", "plain COPY", 0.65, "s", null));
        findings.missing("regrade", "POST /grading-policies: 404");
        assertThat(findings.table().lines())
                .containsExactly(
                        "benchmark  figure           value  unit  target",
                        "─────────  ───────────────  ─────  ────  ───────  ───────────────────────────",
                        "batch      83,025 new rows  2.72   s     ≤ 3      met",
                        "single     new figures      987    /s    ≥ 1,500  NOT MET",
                        "batch      plain COPY       0.65   s",
                        "regrade    not available                          POST /grading-policies: 404");
    }

    @Test
    void writesFiguresForPrograms() {
        JsonNode figure = Json.tree(Json.write(new Figure("batch", "new rows", 2.7184, "s", Target.atMost(3))));
        assertThat(figure).isEqualTo(Json.tree("""
                                {"benchmark":"batch","name":"new rows","value":2.718,"unit":"s","target":"≤ 3","met":true}"""));
        JsonNode bare = Json.tree(Json.write(new Figure("batch", "plain COPY", 1, "s", null)));
        assertThat(bare.has("target")).isFalse();
        assertThat(bare.has("met")).isFalse();
    }

    private static Screen screen() {
        return new Screen(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
