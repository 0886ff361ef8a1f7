package vn.monitoring.bench.scale;

import java.util.List;
import vn.monitoring.bench.measure.Figure;

/// What was measured on one platform.
record Reading(int replicas, int communes, List<Figure> figures, List<String> remarks) {

    /// The figures whose growth matters: rates, and times that nearly everybody waits.
    List<Figure> telling() {
        return figures.stream()
                .filter(figure ->
                        figure.name().endsWith(", rate") || figure.name().endsWith(", p99"))
                .toList();
    }
}
