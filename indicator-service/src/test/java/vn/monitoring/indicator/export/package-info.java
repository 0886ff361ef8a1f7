/// Tests of lists as files.
@NullMarked
package vn.monitoring.indicator.export;

import org.jspecify.annotations.NullMarked;
