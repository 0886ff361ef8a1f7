/// Tests of what operators are given.
@NullMarked
package vn.monitoring.observability;

import org.jspecify.annotations.NullMarked;
