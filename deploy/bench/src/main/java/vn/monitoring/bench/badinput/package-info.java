/// Sends valid, boundary and hostile requests to every operation of the running platform, in every role, and tells
/// which
/// answers and which changes should not have been: the command `bad-input`.
@NullMarked
package vn.monitoring.bench.badinput;

import org.jspecify.annotations.NullMarked;
