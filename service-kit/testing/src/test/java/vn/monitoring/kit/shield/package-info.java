/// Tests of row-level security on the smallest service.
@NullMarked
package vn.monitoring.kit.shield;

import org.jspecify.annotations.NullMarked;
