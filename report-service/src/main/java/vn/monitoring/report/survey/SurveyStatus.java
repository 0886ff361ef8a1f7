package vn.monitoring.report.survey;

/// Whether a survey takes answers.
public enum SurveyStatus {
    OPEN,
    CLOSED
}
