/// Figures added up over units: ratios of sums for each entry of the catalogue, as of the last commit.
///
/// What is added up lies in `unit_figure` (a unit's fact, counted once) and `province_sum`. The database keeps both
/// in the transaction that verifies a figure (see the migration `keep_unit_figures`).
@NullMarked
package vn.monitoring.indicator.rollup;

import org.jspecify.annotations.NullMarked;
