/// The catalogue of canonical indicators, and which of its entries a plan's own indicator is.
@NullMarked
package vn.monitoring.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
