/// How the gateway and every service are seen from outside: metrics, traces and logs.
@NullMarked
package vn.monitoring.kit.observe;

import org.jspecify.annotations.NullMarked;
