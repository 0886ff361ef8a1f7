/// Tests of sealing.
@NullMarked
package vn.monitoring.kit.security;

import org.jspecify.annotations.NullMarked;
