/// The event feed of dashboards: written from everyone's facts, read over server-sent events.
@NullMarked
package vn.monitoring.report.feed;

import org.jspecify.annotations.NullMarked;
