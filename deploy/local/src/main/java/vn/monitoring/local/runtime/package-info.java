/// Keeps what every platform on this machine shares: unpacked programs, start-up caches and a prepared database.
@NullMarked
package vn.monitoring.local.runtime;

import org.jspecify.annotations.NullMarked;
