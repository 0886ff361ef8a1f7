/// That each thing that is looked for is found when it is there.
@NullMarked
package vn.monitoring.bench.badinput;

import org.jspecify.annotations.NullMarked;
