/// The frame of all benchmarks: what is wanted, what they work with, and how their figures are told and kept.
@NullMarked
package vn.monitoring.bench.suite;

import org.jspecify.annotations.NullMarked;
