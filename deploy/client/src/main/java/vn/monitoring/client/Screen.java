package vn.monitoring.client;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/// What the person who started a program reads.
public final class Screen {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Screen(PrintStream out) {
        this.out = out;
    }

    public void step(String title) {
        out.printf("%n[%5.1f s] %s%n", seconds(), title);
    }

    public void line(String text) {
        out.println(text.isEmpty() ? "" : "  " + text);
    }

    public void table(TextTable table) {
        table.lines().forEach(this::line);
    }

    /// Shows how far a long step has come, every fifth of the way.
    public Progress progress(String what, int total) {
        return new Progress(what, total);
    }

    public double seconds() {
        return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /// How far a step is.
    public final class Progress {

        private final String what;
        private final int total;
        private int done;

        private Progress(String what, int total) {
            this.what = what;
            this.total = total;
        }

        public synchronized void advance() {
            done++;
            int fifth = Math.max(1, total / 5);
            if (done % fifth == 0 || done == total) {
                line("%s %d/%d".formatted(what, done, total));
            }
        }
    }
}
