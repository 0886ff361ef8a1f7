package vn.monitoring.bench.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.bench.faults.work.JournalLine;
import vn.monitoring.bench.faults.work.RecordedWrite;
import vn.monitoring.bench.faults.work.Recording;

/// No client was told that something failed or is away, not even for a moment and not even where it would have been
/// served when it had asked again; except while the one gateway of this machine was replaced.
final class NothingFailed {

    /// A time in which requests may fail.
    record Interval(Instant from, Instant to) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }
    }

    private NothingFailed() {}

    static CheckResult check(Recording recording, Interval gatewayAway) {
        List<String> failed = new ArrayList<>();
        long asked = 0;
        long excused = 0;
        for (RecordedWrite write : recording.writes()) {
            for (JournalLine.Answered answer : write.answers()) {
                asked++;
                if (isFailure(answer.status())) {
                    if (gatewayAway.holds(answer.at())) {
                        excused++;
                    } else {
                        failed.add("%s of %s was answered %d %s at %s"
                                .formatted(
                                        write.meant().operation(),
                                        write.meant().actor(),
                                        answer.status(),
                                        answer.problem(),
                                        answer.at()));
                    }
                }
            }
        }
        for (JournalLine.Asked read : recording.lines(JournalLine.Asked.class)) {
            asked++;
            if (isFailure(read.status())) {
                if (gatewayAway.holds(read.at())) {
                    excused++;
                } else {
                    failed.add("%s was answered %d to %s at %s"
                            .formatted(read.what(), read.status(), read.actor(), read.at()));
                }
            }
        }
        return CheckResult.of(
                "No request failed",
                "%,d requests, %d more while the only gateway was replaced".formatted(asked - excused, excused),
                failed);
    }

    private static boolean isFailure(int status) {
        return status == 0 || status >= 500;
    }
}
