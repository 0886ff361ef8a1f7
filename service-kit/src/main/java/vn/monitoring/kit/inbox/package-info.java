/// Facts arrive at least once and take effect once.
@NullMarked
package vn.monitoring.kit.inbox;

import org.jspecify.annotations.NullMarked;
