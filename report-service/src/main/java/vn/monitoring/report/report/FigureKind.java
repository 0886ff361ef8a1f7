package vn.monitoring.report.report;

/// What a frozen figure is of.
public enum FigureKind {
    /// An indicator's grade.
    GRADE,
    TASK
}
