package vn.monitoring.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigurePlotTest {

    private static Figure figure(double value, Target target) {
        return new Figure("single", "rate & <time>", value, "ms", target);
    }

    @Test
    void countsDoublingsFromTheTarget() {
        assertThat(figure(60, Target.atMost(30)).steps()).isCloseTo(-1, within(1e-9));
        assertThat(figure(60, Target.atLeast(30)).steps()).isCloseTo(1, within(1e-9));
        assertThat(figure(30, Target.atMost(30)).steps()).isZero();
    }

    @Test
    void drawsABarForEachFigureWithATarget() throws Exception {
        String svg = FigurePlot.svg(
                "bench <one>",
                List.of(
                        figure(60, Target.atMost(30)),
                        figure(5_000, Target.atLeast(1)),
                        new Figure("single", "no target", 1, "s", null)));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        // The background and two bars.
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(svg).contains("not met").doesNotContain("no target");
    }
}
