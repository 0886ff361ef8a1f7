/// How a process takes its leave without a request being lost.
@NullMarked
package vn.monitoring.kit.leave;

import org.jspecify.annotations.NullMarked;
