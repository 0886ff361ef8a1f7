/// The figures that count where those of several units and plans stand together.
@NullMarked
package vn.monitoring.indicator.figure;

import org.jspecify.annotations.NullMarked;
