/// Tests of migrations on real databases.
@NullMarked
package vn.monitoring.kit.schema;

import org.jspecify.annotations.NullMarked;
