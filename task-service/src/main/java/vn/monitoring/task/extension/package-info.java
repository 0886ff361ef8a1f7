/// Later due days: asked for by the lead agency, decided on by another person of another unit.
@NullMarked
package vn.monitoring.task.extension;

import org.jspecify.annotations.NullMarked;
