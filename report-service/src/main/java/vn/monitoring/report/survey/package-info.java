/// Satisfaction surveys: a link with a QR image, one answer a cast, counted as numerators and denominators.
@NullMarked
package vn.monitoring.report.survey;

import org.jspecify.annotations.NullMarked;
