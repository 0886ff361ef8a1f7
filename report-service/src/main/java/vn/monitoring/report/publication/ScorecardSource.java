package vn.monitoring.report.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.table.TableColumn.Kind;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.fact.Facts;
import vn.monitoring.report.fact.IndicatorFigure;

/// How many indicators have which grade: the distribution, never an average of colours.
@ApplicationScoped
class ScorecardSource implements PublishedSource {

    private static final List<String> ORDER =
            List.of("ACHIEVED", "ON_TRACK", "SLIGHTLY_BEHIND", "BEHIND", "MISSED", "NOT_DUE", "NO_TARGET", "NO_DATA");
    private static final List<Field> FIELDS = List.of(
            new Field("status", Kind.TEXT, new Text("Kết quả đánh giá", "Grade"), IndicatorSource.STATUSES),
            Field.of("count", Kind.NUMBER, "Số chỉ tiêu", "Indicators").in("chỉ tiêu", "indicators"));

    private final Facts facts;

    ScorecardSource(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String kind() {
        return "SCORECARD";
    }

    @Override
    public Text title() {
        return new Text("Phân bố kết quả chỉ tiêu", "Distribution of grades");
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(String unitCode, String period, LocalDate asAt) {
        Map<String, Long> counts = facts.asAt(unitCode, null, asAt).figures().indicators().stream()
                .collect(Collectors.groupingBy(IndicatorFigure::status, Collectors.counting()));
        return ORDER.stream()
                .map(status ->
                        Map.<String, @Nullable Object>of("status", status, "count", counts.getOrDefault(status, 0L)))
                .toList();
    }
}
