package vn.monitoring.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waiting for facts that travel from one service to the next.
public final class Wait {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private Wait() {}

    /// Asks again until there is an answer.
    ///
    /// @throws ClientFailure when there is none within half a minute
    public static <T> T until(String what, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new ClientFailure("Waited %d s in vain until %s".formatted(LONGEST.toSeconds(), what));
            }
            pause(BETWEEN);
        }
    }

    /// Repeats a request while it is refused for what has not arrived yet.
    ///
    /// @param codes problem codes that mean "not yet"
    public static <T> T whileRefused(String what, Set<String> codes, Supplier<T> request) {
        return until(what, () -> {
            try {
                return Optional.of(request.get());
            } catch (UnexpectedAnswer answer) {
                if (codes.contains(answer.code())) {
                    return Optional.empty();
                }
                throw answer;
            }
        });
    }

    public static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
