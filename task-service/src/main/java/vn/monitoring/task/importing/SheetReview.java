package vn.monitoring.task.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableCell;
import vn.monitoring.kit.sheet.TableRow;
import vn.monitoring.kit.text.Vietnamese;

/// Looks through a whole table: missing columns, one agency spelled several ways. Misprints and other words of two
/// spellings are told by the reader of the table.
final class SheetReview {

    private static final Pattern ISSUED =
            Pattern.compile("(?iu)ngày\\s*(\\d{1,2})?\\s*(?:tháng|/)\\s*(\\d{1,2})\\s*(?:năm|/)\\s*(20\\d\\d)");

    private SheetReview() {}

    static List<Finding> of(Table table) {
        List<Finding> findings = new ArrayList<>();
        String header = table.headers().getFirst().place();
        boolean coordinators = table.has(TaskTable.COORDINATORS);
        boolean output = table.has(TaskTable.OUTPUT);
        boolean director = table.has(TaskTable.DIRECTOR);
        if (!coordinators && !output) {
            findings.add(TaskFinding.NO_COORD_OUTPUT.at(header, headers(table)));
        } else if (!director || !output) {
            findings.add(TaskFinding.NO_DIRECTOR_OUTPUT.at(header, headers(table)));
        }
        findings.addAll(variants(table));
        return findings;
    }

    /// When the plan was issued as its heading says; the first of the month when the day is blank.
    static Optional<LocalDate> issuedOn(Table table) {
        for (TableCell line : table.titleLines()) {
            Matcher issued = ISSUED.matcher(line.text());
            if (issued.find()) {
                int day = issued.group(1) == null ? 1 : Integer.parseInt(issued.group(1));
                try {
                    return Optional.of(
                            LocalDate.of(Integer.parseInt(issued.group(3)), Integer.parseInt(issued.group(2)), day));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static String headers(Table table) {
        return String.join(
                " | ", table.headers().stream().map(Table.Header::text).toList());
    }

    /// An agency that the table spells in several ways.
    private static List<Finding> variants(Table table) {
        Map<String, Map<String, String>> spellings = new LinkedHashMap<>();
        for (TableRow row : table.rows()) {
            for (String key : List.of(TaskTable.LEAD, TaskTable.COORDINATORS)) {
                row.find(key)
                        .ifPresent(cell -> Leads.split(cell.text())
                                .forEach(agency -> note(spellings, Vietnamese.fold(agency), agency, cell.place())));
            }
        }
        return spellings.values().stream()
                .filter(variants -> variants.size() > 1)
                .map(variants -> TaskFinding.SPELLING_VARIANT.at(
                        variants.values().stream().skip(1).findFirst().orElseThrow(),
                        String.join(" / ", variants.keySet())))
                .toList();
    }

    private static void note(Map<String, Map<String, String>> spellings, String meant, String spelled, String place) {
        spellings.computeIfAbsent(meant, key -> new LinkedHashMap<>()).putIfAbsent(spelled, place);
    }
}
