/// The service held to its lines of the access matrix (`docs/access`).
@NullMarked
package vn.monitoring.report.access;

import org.jspecify.annotations.NullMarked;
