/// Work in the background that one replica at a time does.
@NullMarked
package vn.monitoring.kit.turn;

import org.jspecify.annotations.NullMarked;
