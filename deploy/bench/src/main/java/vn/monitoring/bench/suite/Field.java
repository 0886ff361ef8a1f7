package vn.monitoring.bench.suite;

import java.nio.file.Path;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.measure.Findings;
import vn.monitoring.client.Api;

/// Where a suite measures.
///
/// @param project the folder of the sources
public record Field(Site site, Path project, Api api, Findings findings, Wish wish) {}
