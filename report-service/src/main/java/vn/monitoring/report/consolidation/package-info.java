/// A unit's own report takes up the accepted reports of the units below: facts merged by ratio of sums, difficulties
/// and
/// proposals gathered under their senders.
@NullMarked
package vn.monitoring.report.consolidation;

import org.jspecify.annotations.NullMarked;
