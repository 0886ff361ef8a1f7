/// Who owes which figure, and what is missing.
@NullMarked
package vn.monitoring.indicator.due;

import org.jspecify.annotations.NullMarked;
