/// What tasks bring about: files, and references to documents.
@NullMarked
package vn.monitoring.task.deliverable;

import org.jspecify.annotations.NullMarked;
