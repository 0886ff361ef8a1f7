/// The dashboard as people use it, in a real browser against the whole platform with the demo's data.
@NullMarked
package vn.monitoring.browser;

import org.jspecify.annotations.NullMarked;
