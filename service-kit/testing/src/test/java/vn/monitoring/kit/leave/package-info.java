/// Tests of how a service takes its leave.
@NullMarked
package vn.monitoring.kit.leave;

import org.jspecify.annotations.NullMarked;
