/// What a plan asks for by when: the value of a target cell and the rules for reading it.
@NullMarked
package vn.monitoring.indicator.target;

import org.jspecify.annotations.NullMarked;
