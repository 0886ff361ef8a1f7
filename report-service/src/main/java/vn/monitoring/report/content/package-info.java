/// What a report says: from frozen figures to Vietnamese prose and tables.
@NullMarked
package vn.monitoring.report.content;

import org.jspecify.annotations.NullMarked;
