/// Tests of the sample plans: the workbooks hold the facts, and can be read back as them.
@NullMarked
package vn.monitoring.plans;

import org.jspecify.annotations.NullMarked;
