package vn.monitoring.report.consolidation;

import java.util.List;
import vn.monitoring.report.fact.Figures;

/// What one unit reported: the frozen figures of its accepted reports for the period, one or several.
///
/// @param figures of each report
record SenderFigures(String unitCode, String unitName, List<Figures> figures) {}
