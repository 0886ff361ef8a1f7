package vn.monitoring.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// Counts the requests of each caller in a bucket of tokens, in the memory of this replica.
///
/// Of callers that did not call for a while nothing is kept, and never more than so many: the ones that called least
/// are
/// forgotten, which gives them a full bucket again.
public final class Allowances {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Cache<Key, Bucket> buckets;
    private final TimeMeter clock;

    private record Key(Limit limit, String caller) {}

    /// @param callers how many callers are kept in mind
    /// @param forgetAfter longer than any bucket takes to be full again
    /// @param clock what buckets are refilled by
    public Allowances(long callers, Duration forgetAfter, TimeMeter clock) {
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(forgetAfter)
                .build();
    }

    /// Counts one request.
    public Allowance take(Limit limit, String caller) {
        Bucket bucket = buckets.get(new Key(limit, caller), key -> newBucket(key.limit()));
        return Allowance.of(limit, bucket.tryConsumeAndReturnRemaining(1));
    }

    private Bucket newBucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.perSecond(), SECOND))
                .withCustomTimePrecision(clock)
                .build();
    }
}
