package vn.monitoring.indicator.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalMatch;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.kit.sheet.Outcome;

/// What one row of the table says of an indicator, but its targets.
///
/// @param key what recognises the row within its plan when the plan is imported again
/// @param leadUnitCodes the units that the lead agencies' names stand for, the first one responsible
/// @param outcome anything but REJECTED
/// @param findings JSON array of the row's findings
record IndicatorRow(
        String key,
        int position,
        @Nullable String number,
        String name,
        @Nullable String group,
        @Nullable String measureUnit,
        @Nullable String leadAgency,
        List<String> leadUnitCodes,
        String responsibleUnitCode,
        @Nullable String directorPosition,
        @Nullable String chairPosition,
        @Nullable String expectedOutput,
        @Nullable String canonicalCode,
        @Nullable CanonicalMatch canonicalMatch,
        Direction direction,
        String place,
        Outcome outcome,
        String findings) {}
