/// One trace from a request through the outbox and Kafka to whoever receives the fact.
@NullMarked
package vn.monitoring.kit.trace;

import org.jspecify.annotations.NullMarked;
