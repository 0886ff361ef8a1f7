/// Tests of the figures for operators.
@NullMarked
package vn.monitoring.kit.metric;

import org.jspecify.annotations.NullMarked;
