/// Tests of the checks on uploads.
@NullMarked
package vn.monitoring.kit.file;

import org.jspecify.annotations.NullMarked;
