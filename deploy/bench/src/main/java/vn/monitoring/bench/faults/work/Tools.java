package vn.monitoring.bench.faults.work;

/// What every actor works with.
///
/// @param run the word with which all markers of the run begin
record Tools(Door door, Courier courier, Journal journal, Shift shift, String run, long seed) {}
