/// Issued documents: immutable editions of reports, the register of their numbers, and how others check them.
@NullMarked
package vn.monitoring.report.edition;

import org.jspecify.annotations.NullMarked;
