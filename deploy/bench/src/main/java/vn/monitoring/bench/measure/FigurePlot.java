package vn.monitoring.bench.measure;

import java.util.List;
import java.util.Locale;

/// The figures of a run that have a target, as bars on a logarithmic scale of how they stand to it: to the right of the
/// line
/// is better than wanted, each doubling a step. SVG written here, since drawing libraries for Java want fonts that
/// servers lack.
public final class FigurePlot {

    private static final int WIDTH = 1_100;
    private static final int ROW = 26;
    private static final int TOP = 60;
    private static final int MIDDLE = 760;
    private static final int STEP = 55;
    private static final int MOST_STEPS = 5;

    private FigurePlot() {}

    /// @return the picture; empty of bars when no figure has a target
    public static String svg(String title, List<Figure> figures) {
        List<Figure> aimed =
                figures.stream().filter(figure -> figure.wanted() != null).toList();
        StringBuilder svg = new StringBuilder();
        int height = TOP + ROW * aimed.size() + 30;
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">",
                WIDTH,
                height);
        line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, height);
        line(svg, "<text x=\"16\" y=\"26\" font-size=\"17\" font-weight=\"bold\">%s</text>", escaped(title));
        for (int step = -MOST_STEPS; step <= MOST_STEPS; step++) {
            int x = MIDDLE + step * STEP;
            line(
                    svg,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"/>",
                    x,
                    x,
                    TOP - 8,
                    height - 24,
                    step == 0 ? "#333" : "#ddd");
            line(
                    svg,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#666\">%s</text>",
                    x,
                    TOP - 14,
                    step == 0 ? "target" : (step > 0 ? "×" : "÷") + (1 << Math.abs(step)));
        }
        for (int row = 0; row < aimed.size(); row++) {
            bar(svg, aimed.get(row), TOP + row * ROW);
        }
        line(svg, "</svg>");
        return svg.toString();
    }

    private static void bar(StringBuilder svg, Figure figure, int y) {
        double steps = Math.clamp(figure.steps(), -MOST_STEPS, MOST_STEPS);
        int length = Math.max(2, (int) Math.round(Math.abs(steps) * STEP));
        int x = steps >= 0 ? MIDDLE : MIDDLE - length;
        boolean met = steps >= 0;
        line(svg, "<text x=\"16\" y=\"%d\">%s</text>", y + 14, escaped(figure.benchmark() + ": " + figure.name()));
        line(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"%s\"/>",
                x,
                y + 3,
                length,
                met ? "#2a7d4f" : "#b3412e");
        line(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#333\">%s</text>",
                MIDDLE - MOST_STEPS * STEP - 8 + (steps >= 0 ? 0 : 0),
                y + 14,
                escaped("%s %s (%s) %s"
                        .formatted(figure.shown(), figure.unit(), figure.target(), met ? "met" : "not met")));
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
