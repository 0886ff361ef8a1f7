/// Tests of the generated country.
@NullMarked
package vn.monitoring.bench.country;

import org.jspecify.annotations.NullMarked;
