package vn.monitoring.indicator.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// Reads the CSV of units (RFC 4180, UTF-8, comma): a header line, then a line for each unit.
final class UnitCsv {

    static final int MOST_ROWS = 100_000;

    private static final List<String> REQUIRED = List.of("code", "parent_code", "type", "name");

    /// One line below the header.
    ///
    /// @param row its number in the file, the header being row 1
    record Line(int row, Map<String, String> fields) {

        /// The field in NFC without outer spaces; empty when the file has no such column.
        String text(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    private UnitCsv() {}

    /// @throws Problem UNITS_UNREADABLE, UNITS_HEADER_MISSING, UNITS_EMPTY, BATCH_TOO_LARGE
    static List<Line> read(String text) {
        if (text.indexOf('\ufffd') >= 0 || text.indexOf('\0') >= 0) {
            throw new Problem(
                    UnitProblem.UNITS_UNREADABLE,
                    "Nội dung không phải là CSV mã hóa UTF-8. Hãy lưu lại tệp dạng CSV UTF-8.",
                    "The content is no CSV in UTF-8. Save the file as CSV UTF-8 again.");
        }
        List<List<String>> records = records(text.startsWith("\ufeff") ? text.substring(1) : text);
        if (records.isEmpty()) {
            throw empty();
        }
        List<String> header = records.getFirst().stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                REQUIRED.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            Problem problem = new Problem(
                    UnitProblem.UNITS_HEADER_MISSING,
                    "Dòng đầu phải có các cột code, parent_code, type, name; đang thiếu: " + String.join(", ", missing)
                            + ".",
                    "The first line must name the columns code, parent_code, type, name; missing: "
                            + String.join(", ", missing) + ".");
            missing.forEach(column -> problem.violation("file", column, new Text("Thiếu cột.", "Column missing.")));
            throw problem;
        }
        if (records.size() == 1) {
            throw empty();
        }
        if (records.size() - 1 > MOST_ROWS) {
            throw new Problem(
                    UnitProblem.BATCH_TOO_LARGE,
                    "Mỗi lần nhập tối đa 100.000 dòng. Hãy chia tệp rồi nhập từng phần.",
                    "At most 100,000 rows a call. Split the file and send it in parts.");
        }
        return lines(header, records);
    }

    private static Problem empty() {
        return new Problem(
                UnitProblem.UNITS_EMPTY,
                "Tệp không có dòng đơn vị nào dưới dòng tiêu đề.",
                "The file has no unit below its header line.");
    }

    private static List<Line> lines(List<String> header, List<List<String>> records) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            Map<String, String> fields = new HashMap<>();
            List<String> record = records.get(i);
            for (int column = 0; column < header.size() && column < record.size(); column++) {
                fields.put(header.get(column), Vietnamese.clean(record.get(column)));
            }
            lines.add(new Line(i + 1, fields));
        }
        return lines;
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                record.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                record.add(field.toString());
                field.setLength(0);
                keep(records, record);
                record = new ArrayList<>();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        record.add(field.toString());
        keep(records, record);
        return records;
    }

    private static void keep(List<List<String>> records, List<String> record) {
        if (record.stream().anyMatch(field -> !field.isBlank())) {
            records.add(record);
        }
    }
}
