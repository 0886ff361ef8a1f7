package vn.monitoring.demo;

/// A sample plan and its id on the platform.
record ImportedPlan(SamplePlan sample, String id) {}
