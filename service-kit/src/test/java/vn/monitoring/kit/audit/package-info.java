/// Tests of what the audit trail writes outside of the database.
@NullMarked
package vn.monitoring.kit.audit;

import org.jspecify.annotations.NullMarked;
