/// The fault harness: a platform of its own that things are done to while clients work with it, and the proof
/// afterwards
/// that nothing was lost.
@NullMarked
package vn.monitoring.bench.faults;

import org.jspecify.annotations.NullMarked;
