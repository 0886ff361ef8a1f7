/// Tests of plans, their indicators and their import.
@NullMarked
package vn.monitoring.indicator.plan;

import org.jspecify.annotations.NullMarked;
