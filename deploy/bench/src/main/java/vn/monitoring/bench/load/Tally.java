package vn.monitoring.bench.load;

import java.util.concurrent.atomic.AtomicInteger;
import vn.monitoring.client.Screen;

/// Counts what a long step does, from many threads, and shows every three seconds how far it is and how many are
/// written a second.
final class Tally {

    private static final double BETWEEN_LINES = 3;

    private final Screen screen;
    private final String what;
    private final int all;
    private final double begin;
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger updated = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private double lastLine;

    /// @param what things of which kind, as in "plans"
    /// @param all how many there will be
    Tally(Screen screen, String what, int all) {
        this.screen = screen;
        this.what = what;
        this.all = all;
        this.begin = screen.seconds();
        this.lastLine = begin;
    }

    void created(int count) {
        created.addAndGet(count);
        show();
    }

    void updated(int count) {
        updated.addAndGet(count);
        show();
    }

    void unchanged(int count) {
        unchanged.addAndGet(count);
        show();
    }

    void failed(int count) {
        failed.addAndGet(count);
        show();
    }

    private synchronized void show() {
        double now = screen.seconds();
        if (now - lastLine >= BETWEEN_LINES) {
            lastLine = now;
            int written = created.get() + updated.get();
            screen.line("%s %,d/%,d, %,.0f/s".formatted(what, done(), all, written / (now - begin)));
        }
    }

    private int done() {
        return created.get() + updated.get() + unchanged.get() + failed.get();
    }

    LoadStep end() {
        return new LoadStep(
                what, done(), created.get(), updated.get(), unchanged.get(), failed.get(), screen.seconds() - begin);
    }
}
