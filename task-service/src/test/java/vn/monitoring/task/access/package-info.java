/// The service held to its lines of the access matrix (`docs/access`).
@NullMarked
package vn.monitoring.task.access;

import org.jspecify.annotations.NullMarked;
