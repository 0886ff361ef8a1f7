package vn.monitoring.report.fact;

/// What a frozen figure is of.
public enum FigureKind {
    /// An indicator's grade.
    GRADE,
    TASK
}
