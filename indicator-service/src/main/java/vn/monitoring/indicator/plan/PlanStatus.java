package vn.monitoring.indicator.plan;

/// Whether a plan is to be followed.
public enum PlanStatus {
    DRAFT,
    IN_FORCE,
    SUPERSEDED,
    EXPIRED
}
