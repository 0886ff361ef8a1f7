package vn.monitoring.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.monitoring.client.Csv;

/// A peculiarity of a workbook's cell that an import has to report, under one of the codes.
///
/// @param place the cell, with its sheet
record ExpectedFinding(Set<String> codes, String place, String verbatim) {

    /// Rows that only a person can find are left out.
    static List<ExpectedFinding> parse(String csv) {
        List<List<String>> rows = Csv.parse(csv);
        List<String> header = rows.getFirst();
        int code = header.indexOf("code");
        int place = header.indexOf("place");
        int verbatim = header.indexOf("verbatim");
        int foundBy = header.indexOf("found_by");
        List<ExpectedFinding> findings = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (!row.get(foundBy).equals("person")) {
                findings.add(new ExpectedFinding(
                        Set.copyOf(Arrays.asList(row.get(code).split("\\|", -1))), row.get(place), row.get(verbatim)));
            }
        }
        return findings;
    }

    boolean isOn(String sheet) {
        return place.startsWith(sheet + "!");
    }

    boolean isReportedBy(ImportResult result) {
        return result.findings().anyMatch(finding -> codes.contains(finding.code()) && place.equals(finding.place()));
    }
}
