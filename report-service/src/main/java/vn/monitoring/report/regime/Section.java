package vn.monitoring.report.regime;

import java.util.List;

/// A part of a report's outline: the heading, and what its text is generated from.
///
/// @param key stands in the path of the section: `difficulties`
public record Section(String key, String title, Content content) {

    /// What a section tells; `FREE` has no generated text.
    public enum Content {
        INDICATORS,
        TASKS,
        DIFFICULTIES,
        PROPOSALS,
        NEXT_PERIOD,
        FREE
    }

    /// The outline of a regime that sets none.
    public static final List<Section> STANDARD = List.of(
            new Section("indicators", "I. Kết quả thực hiện các chỉ tiêu", Content.INDICATORS),
            new Section("tasks", "II. Kết quả thực hiện các nhiệm vụ", Content.TASKS),
            new Section("difficulties", "III. Khó khăn, vướng mắc", Content.DIFFICULTIES),
            new Section("proposals", "IV. Kiến nghị, đề xuất", Content.PROPOSALS),
            new Section("next-period", "V. Nhiệm vụ trọng tâm kỳ tới", Content.NEXT_PERIOD));
}
