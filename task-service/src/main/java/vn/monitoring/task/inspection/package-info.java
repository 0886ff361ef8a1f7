/// Inspections (kiểm tra, giám sát): held, concluded, and followed until all they found is put right.
@NullMarked
package vn.monitoring.task.inspection;

import org.jspecify.annotations.NullMarked;
