/// Webhooks: what stands in the feed is told to other systems, signed, at least once, each delivery accounted
/// for.
@NullMarked
package vn.monitoring.report.webhook;

import org.jspecify.annotations.NullMarked;
