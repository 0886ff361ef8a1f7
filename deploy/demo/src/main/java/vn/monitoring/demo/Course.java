package vn.monitoring.demo;

/// Where the story leads an indicator, in the words of a grade's status.
enum Course {
    ACHIEVED,
    ON_TRACK,
    SLIGHTLY_BEHIND,
    BEHIND,
    MISSED,
    NO_TARGET,
    NO_DATA,
    /// Figures are reported; the story does not say how they will be judged.
    OPEN
}
