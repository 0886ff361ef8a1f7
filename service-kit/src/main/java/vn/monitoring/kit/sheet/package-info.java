/// Reads the tables of office workbooks (.xlsx, .csv) as they are written: nothing dropped in silence, every cell
/// with its place.
@NullMarked
package vn.monitoring.kit.sheet;

import org.jspecify.annotations.NullMarked;
