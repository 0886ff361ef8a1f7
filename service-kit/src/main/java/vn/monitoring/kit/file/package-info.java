/// Files that people upload: bounded, of an allowed type, known by their hash.
@NullMarked
package vn.monitoring.kit.file;

import org.jspecify.annotations.NullMarked;
