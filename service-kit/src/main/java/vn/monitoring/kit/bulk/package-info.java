/// Many rows at once: reading a batch, writing it, and telling what became of each row.
@NullMarked
package vn.monitoring.kit.bulk;

import org.jspecify.annotations.NullMarked;
