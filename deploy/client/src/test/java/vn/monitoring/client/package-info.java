/// Tests of what reads and prints text.
@NullMarked
package vn.monitoring.client;

import org.jspecify.annotations.NullMarked;
