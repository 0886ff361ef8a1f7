/// Reading much in one go: one state of the database, row by row, without holding it in memory.
@NullMarked
package vn.monitoring.kit.snapshot;

import org.jspecify.annotations.NullMarked;
