/// Tests of tables that leave as files.
@NullMarked
package vn.monitoring.kit.table;

import org.jspecify.annotations.NullMarked;
