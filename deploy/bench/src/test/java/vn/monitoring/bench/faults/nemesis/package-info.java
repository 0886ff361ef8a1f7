@NullMarked
package vn.monitoring.bench.faults.nemesis;

import org.jspecify.annotations.NullMarked;
