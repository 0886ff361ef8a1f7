/// Yearly evaluation sheets of communes: the ranking's components, self-assessment, points, assessment, confirmation.
@NullMarked
package vn.monitoring.report.evaluation;

import org.jspecify.annotations.NullMarked;
