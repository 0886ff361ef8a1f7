/// Holds what is deployed to its schemas and rules.
@NullMarked
package vn.monitoring.manifests;

import org.jspecify.annotations.NullMarked;
