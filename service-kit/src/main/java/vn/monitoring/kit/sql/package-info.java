/// Plain SQL over a few rows, for features whose state is no aggregate.
@NullMarked
package vn.monitoring.kit.sql;

import org.jspecify.annotations.NullMarked;
