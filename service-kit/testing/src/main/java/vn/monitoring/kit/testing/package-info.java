/// Real PostgreSQL, Kafka and tokens for the services' tests, and the rules that each of them keeps.
@NullMarked
package vn.monitoring.kit.testing;

import org.jspecify.annotations.NullMarked;
