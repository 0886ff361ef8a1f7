package vn.monitoring.report.document;

/// The files that a document can be rendered as.
public enum DocumentFormat {
    PDF,
    DOCX,
    /// The tables of the annexes.
    XLSX
}
