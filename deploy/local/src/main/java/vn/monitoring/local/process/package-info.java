/// Starts, recognises and stops processes of the operating system without ever touching a foreign one.
@NullMarked
package vn.monitoring.local.process;

import org.jspecify.annotations.NullMarked;
