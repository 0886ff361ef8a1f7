/// What goes wrong in a fault run, and when: the same seed, the same faults in the same order.
@NullMarked
package vn.monitoring.bench.faults.nemesis;

import org.jspecify.annotations.NullMarked;
