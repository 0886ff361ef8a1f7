package vn.monitoring.hostile;

/// What the HTTP codec of a server refuses before there is a request, so that no problem can be expected.
public enum Door {
    SERVICE(32_000, 32_000),
    GATEWAY(7_900, 14_000);

    private final int longestTarget;
    private final int longestHead;

    Door(int longestTarget, int longestHead) {
        this.longestTarget = longestTarget;
        this.longestHead = longestHead;
    }

    boolean lets(String target, String head) {
        return target.length() <= longestTarget && head.length() <= longestHead;
    }
}
