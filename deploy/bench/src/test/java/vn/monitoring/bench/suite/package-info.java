@NullMarked
package vn.monitoring.bench.suite;

import org.jspecify.annotations.NullMarked;
