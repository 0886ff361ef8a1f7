/// What a caller may see: the subtrees of his units, from this service's own copy of the unit tree.
@NullMarked
package vn.monitoring.kit.scope;

import org.jspecify.annotations.NullMarked;
