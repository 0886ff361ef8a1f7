package vn.monitoring.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a caller still may do, after this request was counted.
///
/// @param granted whether this request may pass
/// @param remaining requests that may come at once
/// @param retryAfterSeconds how long to wait when it may not pass, otherwise 0
public record Allowance(Limit limit, boolean granted, long remaining, long retryAfterSeconds) {

    static Allowance of(Limit limit, ConsumptionProbe probe) {
        long waitNanos = probe.getNanosToWaitForRefill();
        return new Allowance(
                limit,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Math.ceilDiv(waitNanos, TimeUnit.SECONDS.toNanos(1)));
    }

    /// The fields of draft-ietf-httpapi-ratelimit-headers-10, and `Retry-After` when the request may not pass.
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String name = '"' + limit.name() + '"';
        headers.put("RateLimit-Policy", name + ";q=" + limit.burst() + ";w=" + limit.windowSeconds());
        headers.put("RateLimit", name + ";r=" + remaining + ";t=" + wholeAgainSeconds());
        if (!granted) {
            headers.put("Retry-After", Long.toString(retryAfterSeconds));
        }
        return headers;
    }

    private long wholeAgainSeconds() {
        return Math.ceilDiv(limit.burst() - remaining, limit.perSecond());
    }
}
