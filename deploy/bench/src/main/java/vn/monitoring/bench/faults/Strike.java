package vn.monitoring.bench.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One fault and what became of it.
///
/// @param seconds how long it lasted
/// @param recovery seconds from the moment at which it began to be mended, starting of processes included, until every
/// client had
/// a success with something begun afterwards; null when that did not happen in time
/// @param last the client that came last
public record Strike(
        int number,
        String fault,
        Instant at,
        double seconds,
        @Nullable Double recovery,
        String last) {

    boolean isRecoveredWithin(double most) {
        Double took = recovery;
        return took != null && took <= most;
    }
}
