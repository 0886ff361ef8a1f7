package vn.monitoring.task.task;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;

/// "6 rõ": how clearly a task is given (source: domain.md, "Tasks").
///
/// @param score the share of the required parts that are clear, 0–100, rounded down
/// @param missing the required parts that are not, in their order
public record SixClears(int score, List<Part> missing) {

    /// The six parts.
    public enum Part {
        /// Rõ người: the position of the director, or of the chair.
        WHO,
        /// Rõ việc: the title.
        WHAT,
        /// Rõ trách nhiệm: a lead agency.
        RESPONSIBILITY,
        /// Rõ thẩm quyền: the level that decides, or a legal basis.
        AUTHORITY,
        /// Rõ thời gian: a deadline that can be read.
        WHEN,
        /// Rõ kết quả: the deliverable.
        RESULT
    }

    /// A numbered document, such as "204-QĐ/TW", "66.7/2025/NQ-CP", "54/2017/TT-BYT".
    private static final Pattern LEGAL_BASIS = Pattern.compile("\\d[\\d./]*[-/]\\s?\\p{Lu}{2,}(?:[-/]\\p{Lu}+)*");

    /// A level of the administration or of the Party that the position belongs to.
    private static final Pattern LEVEL = Pattern.compile(
            "(?iU)(?<!\\p{L})(?:ubnd|ủy ban|uỷ ban|hđnd|đảng|đảng ủy|mttq|phòng|ban|công an|trung tâm|phường|xã|đặc khu)(?!\\p{L})");

    /// What the six parts are read from.
    record Given(
            @Nullable String position,
            @Nullable String title,
            @Nullable String work,
            List<String> leadAgencies,
            @Nullable String responsibility,
            Timing timing,
            @Nullable String deliverable,
            List<String> legalBases) {}

    static SixClears of(Given given, Set<Part> required) {
        Set<Part> missing = EnumSet.noneOf(Part.class);
        for (Part part : required) {
            if (!clear(part, given)) {
                missing.add(part);
            }
        }
        int score = required.isEmpty() ? 100 : (required.size() - missing.size()) * 100 / required.size();
        return new SixClears(score, List.copyOf(missing));
    }

    private static boolean clear(Part part, Given given) {
        return switch (part) {
            case WHO -> present(given.position());
            case WHAT -> present(given.title());
            case RESPONSIBILITY -> given.leadAgencies().stream().anyMatch(SixClears::present);
            case AUTHORITY ->
                present(given.responsibility())
                        || given.legalBases().stream().anyMatch(SixClears::present)
                        || found(LEVEL, given.position())
                        || found(LEGAL_BASIS, given.title())
                        || found(LEGAL_BASIS, given.work())
                        || found(LEGAL_BASIS, given.timing().raw());
            case WHEN -> given.timing().known();
            case RESULT -> present(given.deliverable());
        };
    }

    private static boolean found(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).find();
    }

    private static boolean present(@Nullable String text) {
        return text != null && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
