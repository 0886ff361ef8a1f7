/// Tests that tamper with a trail.
@NullMarked
package vn.monitoring.audit;

import org.jspecify.annotations.NullMarked;
