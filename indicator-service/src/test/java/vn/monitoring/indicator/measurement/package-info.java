/// Figures over HTTP, on a real database and broker.
@NullMarked
package vn.monitoring.indicator.measurement;

import org.jspecify.annotations.NullMarked;
