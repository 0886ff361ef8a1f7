/// Writing many rows at once.
@NullMarked
package vn.monitoring.kit.bulk;

import org.jspecify.annotations.NullMarked;
