/// Starts, watches and stops the whole platform on one machine, each part a process of its own.
@NullMarked
package vn.monitoring.local;

import org.jspecify.annotations.NullMarked;
