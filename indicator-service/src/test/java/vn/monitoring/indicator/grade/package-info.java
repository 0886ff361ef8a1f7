/// Grades as they follow from verified figures, changed targets and passing days.
@NullMarked
package vn.monitoring.indicator.grade;

import org.jspecify.annotations.NullMarked;
