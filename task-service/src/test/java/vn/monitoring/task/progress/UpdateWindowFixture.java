package vn.monitoring.task.progress;

import java.util.Map;

/// Windows for tests.
public final class UpdateWindowFixture {

    public static final WindowSeries CALENDAR_MONTHS = new WindowSeries(new UpdateWindow(1, 31), Map.of());

    private UpdateWindowFixture() {}
}
