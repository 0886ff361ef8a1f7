package vn.monitoring.report.survey;

/// The kinds of QR images, named as in the parameter.
public enum QrFormat {
    png,
    svg
}
