/// Who changed what and when, before and after, written down by the database in the transaction of the change.
@NullMarked
package vn.monitoring.kit.audit;

import org.jspecify.annotations.NullMarked;
