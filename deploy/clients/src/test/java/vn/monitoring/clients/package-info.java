/// Compiles the clients that Maven cannot.
@NullMarked
package vn.monitoring.clients;

import org.jspecify.annotations.NullMarked;
