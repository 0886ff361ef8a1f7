/// Facts leave with the transaction that made them true, in order and at least once.
@NullMarked
package vn.monitoring.kit.outbox;

import org.jspecify.annotations.NullMarked;
