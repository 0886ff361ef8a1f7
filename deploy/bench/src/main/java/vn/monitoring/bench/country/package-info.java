/// A generated country: provinces, communes, plans and figures that are the same for the same seed.
@NullMarked
package vn.monitoring.bench.country;

import org.jspecify.annotations.NullMarked;
