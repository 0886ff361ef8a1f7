/// Tests of the images, which are read back and started.
@NullMarked
package vn.monitoring.images;

import org.jspecify.annotations.NullMarked;
