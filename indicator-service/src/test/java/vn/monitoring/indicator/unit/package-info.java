/// Tests of the unit tree and of finding agencies by name.
@NullMarked
package vn.monitoring.indicator.unit;

import org.jspecify.annotations.NullMarked;
