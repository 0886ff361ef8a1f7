package vn.monitoring.indicator.measurement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What entering a figure needs to know of its indicator.
///
/// @param unitCode            the commune or province that issued the plan
/// @param responsibleUnitCode the unit that answers for the indicator
/// @param responsiblePath     its tree path
/// @param canonicalCode       the catalogue's entry that it is linked to
/// @param percentage          it is measured in percent of a whole
record FigureIndicator(
        UUID id,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,
        String responsiblePath,
        @Nullable String canonicalCode,
        boolean percentage) {}
