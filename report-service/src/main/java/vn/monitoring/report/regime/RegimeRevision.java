package vn.monitoring.report.regime;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was set of a regime at some time.
@Schema(name = "RegimeRevision")
public record RegimeRevision(int revision, RegimeSettings settings, Instant setAt, String setBy) {}
