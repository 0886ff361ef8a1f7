package vn.monitoring.task.timing;

/// One phase of a task: its first and last calendar year and what is done in it (lower case, may be empty).
public record Phase(int fromYear, int toYear, String label) {}
