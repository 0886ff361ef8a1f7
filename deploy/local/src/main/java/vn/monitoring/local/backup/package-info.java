/// Backs a running platform up without stopping it, and puts a backup into a stopped platform's home.
@NullMarked
package vn.monitoring.local.backup;

import org.jspecify.annotations.NullMarked;
