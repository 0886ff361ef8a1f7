/// Feedback of citizens: received, assigned, answered in time and published, with the sender's data apart and sealed.
@NullMarked
package vn.monitoring.report.feedback;

import org.jspecify.annotations.NullMarked;
