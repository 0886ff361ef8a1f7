/// What the one door costs: requests through it against requests past it, and what streams and uploads take of its
/// memory.
@NullMarked
package vn.monitoring.bench.gateway;

import org.jspecify.annotations.NullMarked;
