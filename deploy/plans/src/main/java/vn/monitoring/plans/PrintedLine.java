package vn.monitoring.plans;

import java.util.List;

/// A line of a printed sheet: what it is for the eye, and its cells.
record PrintedLine(Kind kind, List<String> cells) {

    enum Kind {
        TITLE,
        HEADER,
        GROUP,
        GROUP_ACROSS,
        ROW,
        STRAY,
        BLANK
    }
}
