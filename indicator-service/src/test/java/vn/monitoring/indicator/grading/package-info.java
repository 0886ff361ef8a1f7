/// Tables of graded cases: the worked cases of the domain and what must hold for all figures.
@NullMarked
package vn.monitoring.indicator.grading;

import org.jspecify.annotations.NullMarked;
