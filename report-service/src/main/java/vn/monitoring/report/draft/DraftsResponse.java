package vn.monitoring.report.draft;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What drafting a period did.
///
/// @param owed obligations of the period
/// @param drafted reports that this request drafted
/// @param present reports that were there before
/// @param open obligations that still have none: somebody else is drafting them at the moment
@Schema(name = "PeriodDrafts")
public record DraftsResponse(UUID regimeId, String period, long owed, long drafted, long present, long open) {}
