/// The grades given: which indicators are due for grading, what was found, and telling it.
@NullMarked
package vn.monitoring.indicator.grade;

import org.jspecify.annotations.NullMarked;
