/// Figures of indicators for statistical systems: SDMX-JSON 2.1 through a small part of the SDMX REST
/// API 2.
@NullMarked
package vn.monitoring.indicator.sdmx;

import org.jspecify.annotations.NullMarked;
