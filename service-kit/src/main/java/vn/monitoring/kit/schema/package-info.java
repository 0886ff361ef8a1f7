/// When the database's schema is migrated, and by which process.
@NullMarked
package vn.monitoring.kit.schema;

import org.jspecify.annotations.NullMarked;
