/// Who calls, with which roles and for which units.
@NullMarked
package vn.monitoring.kit.security;

import org.jspecify.annotations.NullMarked;
