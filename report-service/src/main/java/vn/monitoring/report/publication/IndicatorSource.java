package vn.monitoring.report.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.table.TableColumn.Kind;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.fact.Facts;
import vn.monitoring.report.fact.IndicatorFigure;

/// Each indicator with its target, value and grade.
@ApplicationScoped
class IndicatorSource implements PublishedSource {

    static final Text STATUSES = new Text(
            "ACHIEVED đạt, ON_TRACK đúng lộ trình, SLIGHTLY_BEHIND chậm nhẹ, BEHIND chậm, MISSED không đạt, NOT_DUE chưa đến kỳ, NO_TARGET không đặt mục tiêu, NO_DATA chưa đủ dữ liệu",
            "ACHIEVED, ON_TRACK, SLIGHTLY_BEHIND, BEHIND, MISSED, NOT_DUE, NO_TARGET, NO_DATA");

    private static final List<Field> FIELDS = List.of(
            Field.of("unitCode", Kind.TEXT, "Mã đơn vị", "Unit code"),
            Field.of("number", Kind.TEXT, "Số thứ tự", "Number"),
            Field.of("name", Kind.TEXT, "Chỉ tiêu", "Indicator"),
            Field.of("group", Kind.TEXT, "Nhóm", "Group"),
            Field.of("target", Kind.TEXT, "Mục tiêu", "Target").in("như kế hoạch ghi", "as the plan has it"),
            Field.of("value", Kind.NUMBER, "Giá trị", "Value").in("theo đơn vị tính", "in the measure unit"),
            Field.of("measureUnit", Kind.TEXT, "Đơn vị tính", "Measure unit"),
            Field.of("numerator", Kind.NUMBER, "Tử số", "Numerator"),
            Field.of("denominator", Kind.NUMBER, "Mẫu số", "Denominator"),
            new Field("status", Kind.TEXT, new Text("Kết quả đánh giá", "Grade"), STATUSES),
            Field.of("asOf", Kind.DATE, "Tính đến ngày", "As of"));

    private final Facts facts;

    IndicatorSource(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String kind() {
        return "INDICATORS";
    }

    @Override
    public Text title() {
        return new Text("Kết quả thực hiện chỉ tiêu", "Indicators and their results");
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(String unitCode, String period, LocalDate asAt) {
        return facts.asAt(unitCode, null, asAt).figures().indicators().stream()
                .map(IndicatorSource::row)
                .toList();
    }

    private static Map<String, @Nullable Object> row(IndicatorFigure figure) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("unitCode", figure.unitCode());
        row.put("number", figure.number());
        row.put("name", figure.name());
        row.put("group", figure.group());
        row.put(
                "target",
                figure.target() == null ? null : figure.target().path("raw").asText(null));
        row.put("value", figure.value());
        row.put("measureUnit", figure.measureUnit());
        row.put("numerator", figure.numerator());
        row.put("denominator", figure.denominator());
        row.put("status", figure.status());
        row.put("asOf", figure.asOf());
        return row;
    }
}
