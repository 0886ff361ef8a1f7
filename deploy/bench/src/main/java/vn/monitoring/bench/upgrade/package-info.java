/// The upgrade test: the released version and this one side by side while clients work, and the proof that none of them
/// noticed.
@NullMarked
package vn.monitoring.bench.upgrade;

import org.jspecify.annotations.NullMarked;
