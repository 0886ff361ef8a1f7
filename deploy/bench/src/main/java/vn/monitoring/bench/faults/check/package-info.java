/// Proves from the databases, the topics and the clients' journal that nothing was lost, invented or told out of order.
@NullMarked
package vn.monitoring.bench.faults.check;

import org.jspecify.annotations.NullMarked;
