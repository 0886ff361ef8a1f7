/// Tables that leave as CSV or .xlsx files, written row by row in constant memory.
@NullMarked
package vn.monitoring.kit.table;

import org.jspecify.annotations.NullMarked;
