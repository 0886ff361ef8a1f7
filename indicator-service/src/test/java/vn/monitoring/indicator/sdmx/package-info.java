/// Tests of SDMX messages.
@NullMarked
package vn.monitoring.indicator.sdmx;

import org.jspecify.annotations.NullMarked;
