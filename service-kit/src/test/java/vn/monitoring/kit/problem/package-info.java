/// Tests of what is said about a refusal.
@NullMarked
package vn.monitoring.kit.problem;

import org.jspecify.annotations.NullMarked;
