/// The service over HTTP, on real PostgreSQL and Kafka.
@NullMarked
package vn.monitoring.task;

import org.jspecify.annotations.NullMarked;
