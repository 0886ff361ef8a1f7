package vn.monitoring.report.ranking;

/// How far a run is.
public enum RankingStatus {
    DRAFT,
    PUBLISHED,
    /// Published, and since replaced by a run that names the difference.
    CORRECTED
}
