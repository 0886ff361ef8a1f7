package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.monitoring.bench.faults.work.JournalLine.Answered;
import vn.monitoring.bench.faults.work.RecordedWrite;

/// A request that was repeated with its Idempotency-Key was answered alike each time, and nobody was told of an error
/// inside (500) that is not a passing one (502, 503, 504).
final class AnswersAgree implements Check {

    private static final int INTERNAL = 500;

    @Override
    public String name() {
        return "Answers agree, and none tells of an error inside";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        int repeated = 0;
        int passing = 0;
        for (RecordedWrite write : evidence.recording().writes()) {
            repeated += write.attempts() > 1 ? 1 : 0;
            List<Answered> done = write.answers().stream()
                    .filter(answer -> answer.status() >= 200 && answer.status() < 300)
                    .toList();
            if (!done.isEmpty() && done.stream().anyMatch(answer -> !sameAs(done.getFirst(), answer))) {
                violations.add("the same key was answered in different ways: " + write.told());
            }
            passing += (int) write.answers().stream()
                    .filter(answer -> answer.status() > INTERNAL)
                    .count();
            if (write.answers().stream().anyMatch(answer -> answer.status() == INTERNAL)) {
                violations.add("answered 500: " + write.told());
            }
        }
        return CheckResult.of(
                name(), "%,d writes sent more than once, %,d passing errors".formatted(repeated, passing), violations);
    }

    private static boolean sameAs(Answered one, Answered other) {
        return one.status() == other.status()
                && Objects.equals(one.id(), other.id())
                && Objects.equals(one.version(), other.version());
    }
}
