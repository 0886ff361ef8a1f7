/// Row-level security behind the query filters: the database itself shows a caller only the rows of his units.
@NullMarked
package vn.monitoring.kit.shield;

import org.jspecify.annotations.NullMarked;
