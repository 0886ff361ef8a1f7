/// What concerns the platform as a whole: how long it holds out, and how soon it starts.
@NullMarked
package vn.monitoring.bench.whole;

import org.jspecify.annotations.NullMarked;
