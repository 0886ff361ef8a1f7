/// Proves from outside of the platform that its audit trails are whole, or names what was tampered with.
@NullMarked
package vn.monitoring.audit;

import org.jspecify.annotations.NullMarked;
