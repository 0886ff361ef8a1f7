/// Tests of re-keying into the central system.
@NullMarked
package vn.monitoring.indicator.central;

import org.jspecify.annotations.NullMarked;
