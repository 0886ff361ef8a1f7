/// How many open tasks had a valid update in a month, against the share that the monthly rule asks for.
@NullMarked
package vn.monitoring.task.updaterate;

import org.jspecify.annotations.NullMarked;
