package vn.monitoring.demo;

import java.util.Set;

/// Where the story leads an indicator.
enum Course {
    ACHIEVED("ACHIEVED"),
    ON_TRACK("ON_TRACK"),
    SLIGHTLY_BEHIND("SLIGHTLY_BEHIND"),
    BEHIND("BEHIND"),
    MISSED("MISSED"),
    NO_TARGET("NO_TARGET"),
    /// Nobody reports: not enough data, or not due while a yearly figure may still come.
    SILENT("NO_DATA", "NOT_DUE"),
    /// Figures are reported; the story does not say how they will be judged.
    OPEN("ACHIEVED", "ON_TRACK", "SLIGHTLY_BEHIND", "BEHIND", "MISSED", "NOT_DUE", "NO_TARGET", "NO_DATA");

    private final Set<String> statuses;

    Course(String... statuses) {
        this.statuses = Set.of(statuses);
    }

    /// Whether a grade's status is what the story meant.
    boolean admits(String status) {
        return statuses.contains(status);
    }
}
