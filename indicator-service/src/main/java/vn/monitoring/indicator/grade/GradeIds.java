package vn.monitoring.indicator.grade;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Ids of grades: UUIDs of version 7 (RFC 9562), which start with the time. Tens of thousands that are written at once
/// then lie side by side in the index instead of all over it.
final class GradeIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private GradeIds() {}

    static UUID next(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = at.toEpochMilli() << 16 | VERSION_7 | random.nextLong() & 0xFFFL;
        return new UUID(time, random.nextLong() >>> 2 | VARIANT);
    }
}
