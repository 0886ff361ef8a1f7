package vn.monitoring.demo;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.monitoring.client.Screen;

/// What was not as expected. The demo goes on to show the rest and fails at its end.
final class Checks {

    private final Screen screen;
    private final List<String> broken = new CopyOnWriteArrayList<>();

    Checks(Screen screen) {
        this.screen = screen;
    }

    void equal(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            fail("%s: expected %s, found %s".formatted(what, expected, actual));
        }
    }

    void isTrue(String what, boolean holds) {
        if (!holds) {
            fail(what);
        }
    }

    void fail(String what) {
        broken.add(what);
        screen.line("✗ " + what);
    }

    List<String> broken() {
        return List.copyOf(broken);
    }
}
