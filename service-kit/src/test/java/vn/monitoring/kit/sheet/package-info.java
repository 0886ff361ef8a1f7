/// Tests of reading tables as offices write them. Tests of reading tables as offices write them.
@NullMarked
package vn.monitoring.kit.sheet;

import org.jspecify.annotations.NullMarked;
