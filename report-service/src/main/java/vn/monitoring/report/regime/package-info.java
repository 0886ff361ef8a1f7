/// Who reports to whom, how often, under which outline.
@NullMarked
package vn.monitoring.report.regime;

import org.jspecify.annotations.NullMarked;
