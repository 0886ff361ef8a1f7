package vn.monitoring.kit.testing.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a cell of the matrix expects: a status; with an error its code; with a list whether the target is in it.
///
/// @param code of the problem, or of the rows that a batch refused; null where a success is expected
/// @param sight whether what only those may read who see the target is in the answer; null when it does not matter
record Outcome(int status, @Nullable String code, @Nullable Boolean sight) {

    /// The codes that go without saying.
    private static final Map<Integer, String> CODES = Map.of(
            401, "UNAUTHENTICATED", 403, "FORBIDDEN", 404, "NOT_FOUND", 412, "STALE", 428, "PRECONDITION_REQUIRED");

    static final Outcome UNAUTHENTICATED = of("401");
    static final Outcome FORBIDDEN = of("403");
    static final Outcome STALE = of("412");
    static final Outcome PRECONDITION_REQUIRED = of("428");

    /// Reads `200`, `404`, `409:PERIOD_CLOSED`, `207:NOT_FOUND`, `shown` or `hidden`.
    ///
    /// @throws IllegalArgumentException for anything else, such as a 409 without a code
    static Outcome of(String text) {
        switch (text) {
            case "shown":
                return new Outcome(200, null, true);
            case "hidden":
                return new Outcome(200, null, false);
            default:
                String[] parts = text.split(":", 2);
                int status = Integer.parseInt(parts[0]);
                String code = parts.length == 2 ? parts[1] : CODES.get(status);
                if (status >= 400 && code == null) {
                    throw new IllegalArgumentException(text + " needs the problem's code, as 409:PERIOD_CLOSED");
                }
                return new Outcome(status, code, null);
        }
    }

    boolean succeeds() {
        return status < 400;
    }

    @Override
    public String toString() {
        if (sight != null) {
            return sight ? "shown" : "hidden";
        }
        return code == null ? Integer.toString(status) : status + " " + code;
    }
}
