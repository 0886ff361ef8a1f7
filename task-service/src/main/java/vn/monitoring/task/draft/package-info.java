/// Tasks made and corrected by hand, before they are given to anybody, and the indicators that tasks serve.
@NullMarked
package vn.monitoring.task.draft;

import org.jspecify.annotations.NullMarked;
