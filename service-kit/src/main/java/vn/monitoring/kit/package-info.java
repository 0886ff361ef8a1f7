/// Mechanism that every service shares, without a business noun.
@NullMarked
package vn.monitoring.kit;

import org.jspecify.annotations.NullMarked;
