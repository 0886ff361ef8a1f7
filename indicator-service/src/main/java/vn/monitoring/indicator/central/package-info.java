/// Re-keying figures into the central system by hand: the sheet to key from, and marks of what was
/// keyed.
@NullMarked
package vn.monitoring.indicator.central;

import org.jspecify.annotations.NullMarked;
