package vn.monitoring.indicator.target;

/// How sure the reading of a target is; a LOW reading is provisional until a person confirms it.
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW
}
