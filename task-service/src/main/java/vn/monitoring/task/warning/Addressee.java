package vn.monitoring.task.warning;

/// Whom a warning is for: the lead first, in the second month the director, from the third on the commission.
public enum Addressee {
    LEAD,
    /// Who put the plan together: a deadline that is missing is not the lead's fault.
    STANDING_BODY,
    DIRECTOR,
    INSPECTION_COMMISSION;

    static final int HIGHEST_LEVEL = 3;

    static Addressee of(WarningKind kind, int level) {
        if (kind == WarningKind.MISSING_DEADLINE) {
            return STANDING_BODY;
        }
        return switch (level) {
            case 1 -> LEAD;
            case 2 -> DIRECTOR;
            default -> INSPECTION_COMMISSION;
        };
    }
}
