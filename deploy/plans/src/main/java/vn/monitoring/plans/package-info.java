/// Makes the sample plans' workbooks, laid out as their offices print them, from the facts.
@NullMarked
package vn.monitoring.plans;

import org.jspecify.annotations.NullMarked;
