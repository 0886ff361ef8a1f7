/// What is derived for an installation in production.
@NullMarked
package vn.monitoring.manifests;

import org.jspecify.annotations.NullMarked;
