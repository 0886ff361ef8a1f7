package vn.monitoring.gateway;

import java.time.Duration;

/// Where a request goes and what holds on the way.
///
/// @param isPublic whether nobody need say who he is
/// @param idleTimeout how long no byte may pass either way
/// @param maxBody the largest body, in bytes
record Destination(Upstream upstream, boolean isPublic, Duration idleTimeout, long maxBody) {}
