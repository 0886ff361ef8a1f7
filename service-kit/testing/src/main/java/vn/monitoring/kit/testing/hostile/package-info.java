/// Inputs that no decent client sends, for every operation of a service, driven by its own OpenAPI document.
@NullMarked
package vn.monitoring.kit.testing.hostile;

import org.jspecify.annotations.NullMarked;
