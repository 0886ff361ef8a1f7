/// The tree of provinces, communes and their agencies: master data that every other service copies.
@NullMarked
package vn.monitoring.indicator.unit;

import org.jspecify.annotations.NullMarked;
