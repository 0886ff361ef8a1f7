/// Tests of what a new version is held to beside the released one.
@NullMarked
package vn.monitoring.kit.testing.upgrade;

import org.jspecify.annotations.NullMarked;
