/// Tests of what a unit takes over from its predecessors.
@NullMarked
package vn.monitoring.indicator.succession;

import org.jspecify.annotations.NullMarked;
