package vn.monitoring.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.Block.Bar;
import vn.monitoring.report.document.Block.Chart;

/// A chart's proportions and the sentence that stands for it where it cannot be seen.
record Bars(Chart chart, BigDecimal full) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Bars of(Chart chart) {
        BigDecimal most = chart.bars().stream()
                .flatMap(bar -> bar.previous() == null
                        ? List.of(bar.value()).stream()
                        : List.of(bar.value(), bar.previous()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        boolean share = chart.unit().strip().equals("%") && most.compareTo(HUNDRED) <= 0;
        return new Bars(chart, share ? HUNDRED : most);
    }

    /// How much of the full length a value takes, in percent; negative values take none.
    BigDecimal length(BigDecimal value) {
        return full.signum() == 0
                ? BigDecimal.ZERO
                : value.max(BigDecimal.ZERO).multiply(HUNDRED).divide(full, 1, RoundingMode.HALF_UP);
    }

    String label(BigDecimal value) {
        String unit = chart.unit().strip();
        return unit.equals("%") ? PlainText.number(value) + "%" : PlainText.number(value);
    }

    boolean compares() {
        return chart.bars().stream().anyMatch(bar -> bar.previous() != null);
    }

    /// `Biểu đồ: …. Đạt: 12 (kỳ trước 9); …`
    String description() {
        return chart.caption()
                + " (" + chart.unit().strip() + "). "
                + chart.bars().stream().map(this::described).collect(Collectors.joining("; "));
    }

    private String described(Bar bar) {
        @Nullable BigDecimal previous = bar.previous();
        return bar.name() + ": " + label(bar.value())
                + (previous == null ? "" : " (kỳ trước: " + label(previous) + ")");
    }
}
