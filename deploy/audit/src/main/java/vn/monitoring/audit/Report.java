package vn.monitoring.audit;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.audit.Verification.Result;

/// The verification for a person to read: a line for each service, then one for each finding.
final class Report {

    private Report() {}

    static List<String> lines(List<Result> results) {
        List<String> lines = new ArrayList<>();
        lines.add("%-18s %12s %7s %7s %13s  %s"
                .formatted("service", "entries", "chains", "tables", "signed lines", "signed up to"));
        for (Result result : results) {
            lines.add("%-18s %12d %7d %7d %13d  %s"
                    .formatted(
                            result.service(),
                            result.entries(),
                            result.chains(),
                            result.tables(),
                            result.signedLines(),
                            result.signedUpTo() == null ? "-" : result.signedUpTo()));
        }
        lines.add("");
        int found = 0;
        for (Result result : results) {
            for (Finding finding : result.findings()) {
                found++;
                lines.add("✗ %s %s %s%s %s"
                        .formatted(
                                result.service(),
                                finding.kind(),
                                finding.place(),
                                finding.row() != null && finding.place().equals(finding.table())
                                        ? " " + finding.row()
                                        : "",
                                finding.message()));
            }
        }
        lines.add(
                found == 0
                        ? "The trails are whole%s."
                                .formatted(
                                        results.getFirst().dataCompared()
                                                ? ", and the tables hold what they say"
                                                : "; --data compares the tables with them too")
                        : "%d findings: the trail or what it watches was tampered with.".formatted(found));
        return lines;
    }
}
