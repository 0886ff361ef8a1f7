package vn.monitoring.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.monitoring.bench.country.Country;
import vn.monitoring.client.Screen;

class LoadReportTest {

    private static final LoadStep NEW = new LoadStep("plans", 100, 60, 0, 40, 0, 3);
    private static final LoadStep OLD = new LoadStep("units", 80, 0, 0, 80, 0, 2);
    private static final LoadStep FAILED = new LoadStep("figures", 10, 9, 0, 0, 1, 1);

    @Test
    void saysWhenNothingWasChanged() {
        assertThat(shown(OLD)).contains("Nothing was changed: everything was there already");
        assertThat(report(OLD).json()).containsEntry("changed", false).containsEntry("complete", true);
    }

    @Test
    void saysWhenTheCountryIsLoaded() {
        assertThat(shown(OLD, NEW)).contains("The country is loaded");
        assertThat(report(OLD, NEW).json()).containsEntry("changed", true);
    }

    @Test
    void namesWhatWasRefused() {
        assertThat(shown(FAILED)).contains("✗ figure in row 7", "Not everything was taken");
        assertThat(report(FAILED).isComplete()).isFalse();
    }

    @Test
    void tellsTheRateOfWhatWasWritten() {
        assertThat(NEW.rate()).isEqualTo(20);
        assertThat(OLD.rate()).isEqualTo(40);
    }

    private static String shown(LoadStep... steps) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report(steps).show(new Screen(new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static LoadReport report(LoadStep... steps) {
        List<String> failures = List.of(steps).contains(FAILED) ? List.of("figure in row 7: …") : List.of();
        return new LoadReport(Country.of(new Country.Size(2, 4, 1, 57)), List.of(), 30, List.of(steps), failures, 5);
    }
}
