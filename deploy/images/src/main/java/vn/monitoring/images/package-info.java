/// Makes the container images of the applications.
@NullMarked
package vn.monitoring.images;

import org.jspecify.annotations.NullMarked;
