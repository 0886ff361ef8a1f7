/// The rules for reading target cells, by tables.
@NullMarked
package vn.monitoring.indicator.target;

import org.jspecify.annotations.NullMarked;
