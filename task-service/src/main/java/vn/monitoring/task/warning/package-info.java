/// What is wrong with tasks: found by rule, told early and to the right person, gone when it is put right.
@NullMarked
package vn.monitoring.task.warning;

import org.jspecify.annotations.NullMarked;
