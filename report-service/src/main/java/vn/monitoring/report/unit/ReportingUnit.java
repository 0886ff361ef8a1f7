package vn.monitoring.report.unit;

import vn.monitoring.report.period.SenderLevel;

/// A unit as reports name it; `path` is its place in the tree, root first: `31.10675.10675_VHXH`.
public record ReportingUnit(String code, String name, String type, String path) {

    /// Which of a regime's due days holds for this unit as a sender.
    public SenderLevel level() {
        if (type.equals("PROVINCE")) {
            return SenderLevel.PROVINCE;
        }
        return type.startsWith("COMMUNE") ? SenderLevel.COMMUNE : SenderLevel.AGENCY;
    }

    /// Whether this unit is the other one or lies below it.
    public boolean isWithin(String otherPath) {
        return path.equals(otherPath) || path.startsWith(otherPath + ".");
    }
}
