package vn.monitoring.bench.faults.nemesis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.monitoring.local.Platform;

/// Something that goes wrong for a while.
public sealed interface Fault {

    /// How long, until it is mended.
    Duration lasts();

    /// What a person reads of it.
    String text();

    void begin(Grounds grounds);

    /// Mends what can be mended from outside: starts what was killed, joins what was cut. How long the platform takes
    /// to be its
    /// old self after that is what is measured.
    void heal(Grounds grounds);

    /// Processes die without any warning (kill -9).
    record Kill(List<String> parts, Duration lasts) implements Fault {

        @Override
        public String text() {
            return "kill " + String.join(" and ", parts);
        }

        @Override
        public void begin(Grounds grounds) {
            parts.forEach(grounds.platform()::kill);
        }

        @Override
        public void heal(Grounds grounds) {
            parts.parallelStream().forEach(grounds.platform()::start);
        }
    }

    /// Every process dies at once, as when the machine loses its power.
    record Crash(Duration lasts) implements Fault {

        @Override
        public String text() {
            return "kill everything";
        }

        @Override
        public void begin(Grounds grounds) {
            grounds.platform().killAll();
        }

        @Override
        public void heal(Grounds grounds) {
            grounds.platform().start();
        }
    }

    /// Processes stand still and come back as if nothing had been (SIGSTOP, SIGCONT).
    record Pause(List<String> parts, Duration lasts) implements Fault {

        @Override
        public String text() {
            return "pause " + String.join(" and ", parts);
        }

        @Override
        public void begin(Grounds grounds) {
            parts.forEach(grounds.platform()::pause);
        }

        @Override
        public void heal(Grounds grounds) {
            parts.forEach(grounds.platform()::resume);
        }
    }

    /// A process is asked to end and started again, as in an upgrade.
    record Restart(String part, Duration lasts) implements Fault {

        @Override
        public String text() {
            return "restart " + part;
        }

        @Override
        public void begin(Grounds grounds) {
            grounds.platform().stop(part);
        }

        @Override
        public void heal(Grounds grounds) {
            grounds.platform().start(part);
        }
    }

    /// Connections break and cannot be made.
    record Cut(String from, String to, Duration lasts) implements Fault {

        @Override
        public String text() {
            return "cut " + from + " off from " + to;
        }

        @Override
        public void begin(Grounds grounds) {
            grounds.link(from, to).cut();
        }

        @Override
        public void heal(Grounds grounds) {
            grounds.link(from, to).mend();
        }
    }

    /// Connections stay and carry nothing.
    record Freeze(String from, String to, Duration lasts) implements Fault {

        @Override
        public String text() {
            return "freeze what goes between " + from + " and " + to;
        }

        @Override
        public void begin(Grounds grounds) {
            grounds.link(from, to).freeze();
        }

        @Override
        public void heal(Grounds grounds) {
            grounds.link(from, to).mend();
        }
    }

    /// Everything takes longer.
    record Slow(String from, String to, Duration delay, Duration lasts) implements Fault {

        @Override
        public String text() {
            return "slow down what goes between %s and %s by %d ms".formatted(from, to, delay.toMillis());
        }

        @Override
        public void begin(Grounds grounds) {
            grounds.link(from, to).slowDown(delay);
        }

        @Override
        public void heal(Grounds grounds) {
            grounds.link(from, to).mend();
        }
    }

    /// One replica's clock goes wrong: it is restarted with the wrong time, and with the right one in the end.
    record Skew(String part, Duration offset, Duration lasts) implements Fault {

        @Override
        public String text() {
            return "let the clock of %s go %d s %s"
                    .formatted(part, offset.abs().toSeconds(), offset.isNegative() ? "late" : "early");
        }

        @Override
        public void begin(Grounds grounds) {
            Platform platform = grounds.platform();
            platform.stop(part);
            platform.start(part, Map.of("CLOCK_OFFSET", offset.toString()));
        }

        @Override
        public void heal(Grounds grounds) {
            grounds.platform().stop(part);
            grounds.platform().start(part);
        }
    }
}
