package vn.monitoring.plans;

/// A column as a plan prints it.
///
/// @param key the column of the facts that fills it
/// @param width in characters
record PrintedColumn(String key, String header, int width) {}
