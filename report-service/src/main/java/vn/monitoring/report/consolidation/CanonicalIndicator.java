package vn.monitoring.report.consolidation;

/// An entry of the catalogue of indicators, as far as merging needs it.
record CanonicalIndicator(String code, String name) {}
