package vn.monitoring.report.feed;

import java.util.List;

/// Told in the transaction that appends entries to the feed, in their order: what an observer writes is
/// written with them or not at all.
public record FeedAppended(List<FeedEntry> entries) {}
