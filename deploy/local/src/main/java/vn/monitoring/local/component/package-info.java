/// The parts of the platform: how each is started and how one sees that it is ready.
@NullMarked
package vn.monitoring.local.component;

import org.jspecify.annotations.NullMarked;
