/// Holds the published documents to the services' and to their rules.
@NullMarked
package vn.monitoring.contract;

import org.jspecify.annotations.NullMarked;
