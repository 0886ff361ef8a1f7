package vn.monitoring.report.report;

import java.util.Optional;
import java.util.UUID;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.fact.FigureKind;

/// A part of a report that may be open for change: all of it, one section, one figure.
///
/// @param code as stored and shown: `*`, `section:difficulties`, `figure:GRADE:4b1c…`
record ReportPart(String code) {

    private static final String SECTION = "section:";
    private static final String FIGURE = "figure:";

    static final ReportPart WHOLE = new ReportPart("*");

    static ReportPart section(String key) {
        return new ReportPart(SECTION + key);
    }

    static ReportPart figure(FigureKind kind, UUID subjectId) {
        return new ReportPart(FIGURE + kind + ':' + subjectId);
    }

    /// Reads what a client sent.
    static ReportPart of(String code) {
        return find(code)
                .orElseThrow(() -> new Problem(
                                KitProblem.INVALID_REQUEST,
                                "Phần của báo cáo ghi là *, section:<khóa> hoặc figure:<GRADE|TASK>:<id>; “%s” thì không."
                                        .formatted(code),
                                "A part of a report is *, section:<key> or figure:<GRADE|TASK>:<id>; '%s' is none."
                                        .formatted(code))
                        .violation("body", "parts", new Text("Không phải phần của báo cáo.", "No part of a report.")));
    }

    private static Optional<ReportPart> find(String code) {
        if (code.equals(WHOLE.code)) {
            return Optional.of(WHOLE);
        }
        if (code.startsWith(SECTION) && code.length() > SECTION.length()) {
            return Optional.of(new ReportPart(code));
        }
        if (!code.startsWith(FIGURE)) {
            return Optional.empty();
        }
        String[] names = code.substring(FIGURE.length()).split(":", -1);
        try {
            return names.length == 2
                    ? Optional.of(figure(FigureKind.valueOf(names[0]), UUID.fromString(names[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The section that this part names.
    Optional<String> sectionKey() {
        return code.startsWith(SECTION) ? Optional.of(code.substring(SECTION.length())) : Optional.empty();
    }

    boolean isFigure() {
        return code.startsWith(FIGURE);
    }

    FigureKind figureKind() {
        return FigureKind.valueOf(code.split(":", -1)[1]);
    }

    UUID figureSubject() {
        return UUID.fromString(code.split(":", -1)[2]);
    }
}
