/// Plans with their indicators and targets, and how they come in from an office's workbook.
@NullMarked
package vn.monitoring.indicator.plan;

import org.jspecify.annotations.NullMarked;
