/// What holds a new version to living beside the released one: its migrations and its events.
@NullMarked
package vn.monitoring.kit.testing.upgrade;

import org.jspecify.annotations.NullMarked;
