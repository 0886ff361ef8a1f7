package vn.monitoring.demo;

import org.jspecify.annotations.Nullable;

/// An indicator's grade as the platform sees it today.
record Grade(
        String indicatorId,
        String planId,
        String status,
        @Nullable Explanation explanation) {

    record Explanation(String vi, String en) {}
}
