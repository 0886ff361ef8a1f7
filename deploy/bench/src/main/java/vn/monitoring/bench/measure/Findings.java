package vn.monitoring.bench.measure;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.client.Screen;
import vn.monitoring.client.TextTable;

/// What the benchmarks found: figures, remarks, and what could not be measured. Shown as they come.
public final class Findings {

    /// A benchmark that the platform does not offer, and why.
    public record Missing(String benchmark, String reason) {}

    private final Screen screen;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    public Findings(Screen screen) {
        this.screen = screen;
    }

    public void add(Figure figure) {
        figures.add(figure);
        screen.line("%s: %s %s  %s"
                .formatted(figure.name(), figure.shown(), figure.unit(), figure.verdict())
                .stripTrailing());
    }

    /// Something that a reader of the figures must know.
    public void remark(String text) {
        remarks.add(text);
        screen.line(text);
    }

    public void missing(String benchmark, String reason) {
        missing.add(new Missing(benchmark, reason));
        screen.line("not available: " + reason);
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    public TextTable table() {
        TextTable table = new TextTable("benchmark", "figure", "value", "unit", "target", "");
        for (Figure figure : figures) {
            String target = figure.target();
            table.row(
                    figure.benchmark(),
                    figure.name(),
                    figure.shown(),
                    figure.unit(),
                    target == null ? "" : target,
                    figure.verdict());
        }
        missing.forEach(one -> table.row(one.benchmark(), "not available", "", "", "", one.reason()));
        return table;
    }
}
