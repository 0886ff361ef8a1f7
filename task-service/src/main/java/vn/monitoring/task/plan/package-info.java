/// The plans as indicator-service tells them: this service's copy.
@NullMarked
package vn.monitoring.task.plan;

import org.jspecify.annotations.NullMarked;
