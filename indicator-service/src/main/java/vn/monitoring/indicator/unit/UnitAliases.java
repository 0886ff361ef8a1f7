package vn.monitoring.indicator.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Vietnamese;

/// The rules of the other names that a unit goes by.
final class UnitAliases {

    static final int MOST = 50;
    static final int LONGEST = 300;

    private UnitAliases() {}

    /// Clean names in their order; of two spellings that are matched as one the first stays.
    static List<String> clean(List<String> names) {
        List<String> kept = new ArrayList<>();
        List<String> folded = new ArrayList<>();
        for (String name : names) {
            String clean = Vietnamese.clean(name);
            String key = clean.toLowerCase(Locale.ROOT);
            if (!clean.isEmpty() && !folded.contains(key)) {
                kept.add(clean);
                folded.add(key);
            }
        }
        return kept;
    }

    /// The aliases with a former name, which documents go on using.
    static List<String> with(List<String> aliases, String formerName) {
        List<String> more = new ArrayList<>(aliases);
        more.add(formerName);
        List<String> clean = clean(more);
        return clean.size() > MOST ? aliases : clean;
    }

    static @Nullable RowProblem problemOf(List<String> aliases) {
        boolean fine = aliases.size() <= MOST
                && aliases.stream()
                        .allMatch(alias ->
                                alias.length() <= LONGEST && alias.chars().noneMatch(c -> c < ' '));
        return fine
                ? null
                : RowProblem.field(
                        "aliases",
                        "Một đơn vị có tối đa 50 tên gọi khác, mỗi tên tối đa 300 ký tự.",
                        "A unit has at most 50 aliases of at most 300 characters.");
    }
}
