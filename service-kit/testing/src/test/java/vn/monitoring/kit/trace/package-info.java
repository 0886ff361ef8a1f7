/// Tests of traces that continue through the outbox, Kafka and the inbox.
@NullMarked
package vn.monitoring.kit.trace;

import org.jspecify.annotations.NullMarked;
