/// Every error as one RFC 9457 problem, in Vietnamese or English.
@NullMarked
package vn.monitoring.kit.problem;

import org.jspecify.annotations.NullMarked;
