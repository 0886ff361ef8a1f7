package vn.monitoring.demo;

/// An indicator's grade as the platform sees it on a day.
record Grade(String indicatorId, String planId, String status, Explanation explanation) {

    record Explanation(String vi, String en) {}
}
