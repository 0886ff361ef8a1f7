/// How often somebody may call.
@NullMarked
package vn.monitoring.gateway.limit;

import org.jspecify.annotations.NullMarked;
