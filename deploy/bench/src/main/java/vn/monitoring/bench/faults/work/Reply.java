package vn.monitoring.bench.faults.work;

import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Json;

/// What came of one request.
///
/// @param status 0 when no answer came
/// @param text the body, or why there is none
/// @param etag as the answer has it, for an If-Match
record Reply(int status, String text, @Nullable String etag, boolean isProblem) {

    /// How a client has to take it.
    enum Meaning {
        DONE,
        /// It will not be done, now or ever.
        REFUSED,
        /// Nothing was done, and the same request may be sent again.
        NOT_NOW,
        /// Whether it was done is open.
        OPEN
    }

    static Reply none(String why) {
        return new Reply(0, why, null, false);
    }

    Meaning meaning() {
        if (status >= 200 && status < 300) {
            return Meaning.DONE;
        }
        return switch (status) {
            case 401, 429 -> Meaning.NOT_NOW;
            case 0, 408 -> Meaning.OPEN;
            case 409 -> code().equals("REQUEST_IN_PROGRESS") ? Meaning.OPEN : Meaning.REFUSED;
            default -> status >= 500 ? Meaning.OPEN : Meaning.REFUSED;
        };
    }

    boolean isDone() {
        return meaning() == Meaning.DONE;
    }

    /// The problem's code, else why no answer came.
    String code() {
        if (status == 0) {
            return text;
        }
        return isProblem ? Json.tree(text).path("code").asText("") : "";
    }

    /// The id in the answer's body, if it is there.
    @Nullable
    String id() {
        if (!isDone() || !text.startsWith("{")) {
            return null;
        }
        return Json.tree(text).path("id").textValue();
    }

    /// Of a strong ETag that is a number.
    @Nullable
    Long version() {
        return etag != null && etag.matches("\"\\d+\"") ? Long.valueOf(etag.substring(1, etag.length() - 1)) : null;
    }
}
