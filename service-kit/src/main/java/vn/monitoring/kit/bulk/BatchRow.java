package vn.monitoring.kit.bulk;

import java.util.Map;

/// One row of a batch as it was sent, by field name.
///
/// @param number its place in the body, the first row of data being 1
/// @param fields values as text, without those that are blank
public record BatchRow(int number, Map<String, String> fields) {}
