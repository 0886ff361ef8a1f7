package vn.monitoring.indicator.unit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// Reads the CSV of units (RFC 4180, UTF-8, comma) line by line: a header, then a line for each unit.
final class UnitCsv {

    static final int MOST_ROWS = 100_000;

    private static final List<String> REQUIRED = List.of("code", "parent_code", "type", "name");
    private static final int LONGEST_FIELD = 4_000;

    /// One line below the header.
    ///
    /// @param row its number in the file, blank lines counted, the header being row 1
    record Line(int row, Map<String, String> fields) {

        /// The field in NFC without outer spaces; empty when the file has no such column.
        String text(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    private final Reader text;
    private int ahead;

    private UnitCsv(Reader text) throws IOException {
        this.text = text;
        this.ahead = text.read();
        if (ahead == '\ufeff') {
            ahead = text.read();
        }
    }

    /// Gives each line to the consumer as it is read; what it has taken counts for nothing when a later one fails.
    ///
    /// @throws Problem UNITS_UNREADABLE, UNITS_HEADER_MISSING, UNITS_EMPTY, BATCH_TOO_LARGE
    static void read(Path file, Consumer<Line> lines) {
        try (Reader decoded = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            new UnitCsv(decoded).read(lines);
        } catch (CharacterCodingException e) {
            throw unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Consumer<Line> lines) throws IOException {
        List<String> header = null;
        int row = 0;
        int taken = 0;
        for (List<String> fields = next(); fields != null; fields = next()) {
            row++;
            if (fields.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (header == null) {
                header = header(fields);
                row = 1;
                continue;
            }
            if (++taken > MOST_ROWS) {
                throw new Problem(
                        UnitProblem.BATCH_TOO_LARGE,
                        "Mỗi lần nhập tối đa 100.000 dòng. Hãy chia tệp rồi nhập từng phần.",
                        "At most 100,000 rows a call. Split the file and send it in parts.");
            }
            lines.accept(line(row, header, fields));
        }
        if (taken == 0) {
            throw new Problem(
                    UnitProblem.UNITS_EMPTY,
                    "Tệp không có dòng đơn vị nào dưới dòng tiêu đề.",
                    "The file has no unit below its header line.");
        }
    }

    private static List<String> header(List<String> fields) {
        List<String> header = fields.stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                REQUIRED.stream().filter(column -> !header.contains(column)).toList();
        if (missing.isEmpty()) {
            return header;
        }
        Problem problem = new Problem(
                UnitProblem.UNITS_HEADER_MISSING,
                "Dòng đầu phải có các cột code, parent_code, type, name; đang thiếu: " + String.join(", ", missing)
                        + ".",
                "The first line must name the columns code, parent_code, type, name; missing: "
                        + String.join(", ", missing) + ".");
        missing.forEach(column -> problem.violation("file", column, new Text("Thiếu cột.", "Column missing.")));
        throw problem;
    }

    private static Line line(int row, List<String> header, List<String> fields) {
        Map<String, String> byColumn = HashMap.newHashMap(header.size());
        for (int column = 0; column < header.size() && column < fields.size(); column++) {
            byColumn.put(header.get(column), clean(fields.get(column)));
        }
        return new Line(row, byColumn);
    }

    /// As [Vietnamese#clean]; codes and dates, which need no cleaning, are most of a country's fields.
    private static String clean(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c <= ' ' || c > '~') {
                return Vietnamese.clean(field);
            }
        }
        return field;
    }

    /// The fields of the next line, null after the last one.
    private @Nullable List<String> next() throws IOException {
        if (ahead < 0) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        while (true) {
            int c = ahead;
            if (c == 0 || field.length() > LONGEST_FIELD) {
                throw unreadable();
            }
            ahead = c < 0 ? c : text.read();
            if (quoted && c == '"' && ahead == '"') {
                field.append('"');
                ahead = text.read();
            } else if (quoted && c == '"') {
                quoted = false;
            } else if (quoted && c >= 0) {
                field.append((char) c);
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n' || c < 0) {
                fields.add(field.toString());
                return fields;
            } else if (c != '\r') {
                field.append((char) c);
            }
        }
    }

    private static Problem unreadable() {
        return new Problem(
                UnitProblem.UNITS_UNREADABLE,
                "Nội dung không phải là CSV mã hóa UTF-8. Hãy lưu lại tệp dạng CSV UTF-8.",
                "The content is no CSV in UTF-8. Save the file as CSV UTF-8 again.");
    }
}
