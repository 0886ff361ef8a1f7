package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// Finds the header of a table by its texts, anywhere in the first lines and over up to four of them, and knows it
/// again where it is repeated.
final class HeaderFinder {

    private static final int LINES_TO_SEARCH = 60;
    private static final int LINES_HIGH = 4;
    private static final int REPEAT_LINES_HIGH = 6;
    private static final int LONGEST_TEXT = 80;

    /// The header at `first` to `last`, both included.
    record Found(int first, int last, List<Table.Header> headers, List<String> squashed) {

        long matched() {
            return headers.stream().filter(header -> !header.key().isEmpty()).count();
        }
    }

    private final Sheet sheet;
    private final List<Column> columns;

    HeaderFinder(Sheet sheet, List<Column> columns) {
        this.sheet = sheet;
        this.columns = columns;
    }

    /// Whether the sheet has the table's header at all.
    boolean isPresent() {
        for (var first = 0; first < Math.min(sheet.lines().size(), LINES_TO_SEARCH); first++) {
            for (var last = first; last < first + LINES_HIGH && !sheet.isBlank(first) && !sheet.isBlank(last); last++) {
                if (missing(match(first, last)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    Found find() {
        @Nullable Found best = null;
        @Nullable Found nearest = null;
        for (var first = 0; first < Math.min(sheet.lines().size(), LINES_TO_SEARCH); first++) {
            for (var last = first; last < first + LINES_HIGH && !sheet.isBlank(first) && !sheet.isBlank(last); last++) {
                var found = match(first, last);
                if (nearest == null || found.matched() > nearest.matched()) {
                    nearest = found;
                }
                if (missing(found).isEmpty() && (best == null || found.matched() > best.matched())) {
                    best = found;
                }
            }
        }
        if (best == null) {
            throw headerMissing(nearest);
        }
        return best;
    }

    /// How many of the lines from `at` on are the header again, 0 for none; `lines` are the indexes of lines that
    /// are not blank.
    int repeatedAt(Found header, List<Integer> lines, int at) {
        var joined = new ArrayList<StringBuilder>();
        IntStream.range(0, sheet.width()).forEach(column -> joined.add(new StringBuilder()));
        for (var high = 1; high <= REPEAT_LINES_HIGH && at + high <= lines.size(); high++) {
            var equal = 0;
            for (var column = 0; column < joined.size(); column++) {
                joined.get(column).append(squash(sheet.text(lines.get(at + high - 1), column)));
                var text = joined.get(column).toString();
                var wanted =
                        column < header.squashed().size() ? header.squashed().get(column) : "";
                if (!wanted.startsWith(text)) {
                    return 0;
                }
                equal += !text.isEmpty() && text.equals(wanted) ? 1 : 0;
            }
            if (joined.stream().allMatch(StringBuilder::isEmpty)) {
                return 0;
            }
            var parts = joined.stream().filter(text -> !text.isEmpty()).count();
            var filled =
                    header.squashed().stream().filter(text -> !text.isEmpty()).count();
            if (equal == parts && equal >= 2 && 2L * equal > filled) {
                return high;
            }
        }
        return 0;
    }

    /// A line that numbers the columns below the header: `(1) (2) (3)`.
    boolean isColumnNumbers(int line) {
        var texts = sheet.lines().get(line).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.size() >= 3
                && IntStream.range(0, texts.size())
                        .allMatch(i -> texts.get(i).matches("\\(?0?" + (i + 1) + "\\)?(?:\\s*=.*)?"));
    }

    private Found match(int first, int last) {
        var texts = IntStream.range(0, sheet.width())
                .mapToObj(column -> IntStream.rangeClosed(first, last)
                        .mapToObj(line -> CellCleaner.plain(sheet.text(line, column)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
        var strengths = new HashMap<String, Integer>();
        var owners = new HashMap<String, Integer>();
        var keys = new ArrayList<String>();
        var named = IntStream.range(0, texts.size())
                .mapToObj(column -> naming(first, last, column, texts.get(column)))
                .toList();
        for (var column = 0; column < texts.size(); column++) {
            keys.add("");
            var folded = named.get(column);
            if (folded.isEmpty() || folded.length() > LONGEST_TEXT) {
                continue;
            }
            var spec = strongest(folded);
            if (spec == null) {
                continue;
            }
            var strength = spec.match(folded);
            var known = strengths.getOrDefault(spec.key(), 0);
            var owner = owners.get(spec.key());
            if (owner != null && spec.kind() != Column.Kind.PER_YEAR) {
                if (strength <= known) {
                    continue;
                }
                keys.set(owner, "");
            }
            strengths.put(spec.key(), strength);
            owners.put(spec.key(), column);
            keys.set(column, spec.key());
        }
        return found(first, last, texts, named, keys);
    }

    /// What names a column, folded: the lowest line where that is a year under a heading that several years share.
    private String naming(int first, int last, int column, String whole) {
        for (var line = last; line > first; line--) {
            var lowest = Vietnamese.fold(CellCleaner.plain(sheet.text(line, column)));
            if (!lowest.isEmpty()) {
                return Column.isYearHeader(lowest) ? lowest : Vietnamese.fold(whole);
            }
        }
        return Vietnamese.fold(whole);
    }

    private Found found(int first, int last, List<String> texts, List<String> named, List<String> keys) {
        var headers = new ArrayList<Table.Header>();
        for (var column = 0; column < texts.size(); column++) {
            headers.add(new Table.Header(
                    keys.get(column),
                    isPerYear(keys.get(column)) ? Column.yearOf(named.get(column)) : 0,
                    column,
                    sheet.place(first, column),
                    texts.get(column)));
        }
        return new Found(
                first, last, headers, texts.stream().map(HeaderFinder::squash).toList());
    }

    private @Nullable Column strongest(String folded) {
        @Nullable Column best = null;
        for (var column : columns) {
            if (column.match(folded) > (best == null ? 0 : best.match(folded))) {
                best = column;
            }
        }
        return best;
    }

    private boolean isPerYear(String key) {
        return columns.stream().anyMatch(column -> column.key().equals(key) && column.kind() == Column.Kind.PER_YEAR);
    }

    private List<Column> missing(Found found) {
        return columns.stream()
                .filter(Column::required)
                .filter(column -> found.headers().stream()
                        .noneMatch(header -> header.key().equals(column.key())))
                .toList();
    }

    private SheetException headerMissing(@Nullable Found nearest) {
        var missing = nearest == null || nearest.matched() < 2
                ? columns.stream().filter(Column::required).toList()
                : missing(nearest);
        var names = missing.stream()
                .map(column ->
                        column.headers().isEmpty() ? "Năm …" : column.headers().getFirst())
                .collect(Collectors.joining("», «", "«", "»"));
        var place = nearest == null || nearest.matched() < 2 ? sheet.name() : sheet.place(nearest.first(), 0);
        return new SheetException(
                SheetFault.HEADER_MISSING,
                place,
                new Text(
                        "Trang tính «%s» thiếu tiêu đề cột %s. Hãy thêm dòng tiêu đề rồi tải lại."
                                .formatted(sheet.name(), names),
                        "The sheet «%s» lacks the column header %s. Add the header row and upload again."
                                .formatted(sheet.name(), names)));
    }

    private static String squash(String text) {
        return Vietnamese.fold(CellCleaner.plain(text)).replace(" ", "");
    }
}
