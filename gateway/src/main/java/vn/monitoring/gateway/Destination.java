package vn.monitoring.gateway;

import java.time.Duration;

/// Where a request goes and what holds on the way.
///
/// @param route the pattern of the route that it takes, such as `/api/v1/plans/{id}/tasks`: names no one and no secret
/// @param kind the name of the rule for its time and size, `ordinary` without one
/// @param isPublic whether nobody need say who he is
/// @param idleTimeout how long no byte may pass either way
/// @param maxBody the largest body, in bytes
record Destination(
        Upstream upstream, String route, String kind, boolean isPublic, Duration idleTimeout, long maxBody) {}
