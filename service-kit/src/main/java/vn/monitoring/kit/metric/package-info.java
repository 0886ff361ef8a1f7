/// What an operator sees of the platform in numbers: gauges that the database and Kafka are asked for now and then.
@NullMarked
package vn.monitoring.kit.metric;

import org.jspecify.annotations.NullMarked;
