/// That the requests are what they are said to be, and that each verdict can be given.
@NullMarked
package vn.monitoring.hostile;

import org.jspecify.annotations.NullMarked;
