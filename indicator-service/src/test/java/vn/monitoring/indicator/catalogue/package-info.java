/// Tests of the catalogue.
@NullMarked
package vn.monitoring.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
