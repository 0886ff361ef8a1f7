/// The one door: routes every request to the service that owns it.
@NullMarked
package vn.monitoring.gateway;

import org.jspecify.annotations.NullMarked;
