package vn.monitoring.report.document;

import vn.monitoring.report.document.OfficialDocument.Layout;

/// The measures of a layout: margins in millimetres, sizes of type in points.
///
/// Both lie within Decree 30/2020/NĐ-CP, appendix I (margins 20–25 above and below, 30–35 left, 15–20 right; type
/// 13–14)
/// and Guidance 36-HD/VPTW (20, 20, 30, 20; type 14–15).
///
/// @param state size of the line at the top right, `authority` of the one at the top left
/// @param lineHeight in multiples of a line's own height: between single and one and a half
record PageStyle(
        int top,
        int bottom,
        int left,
        int right,
        double state,
        double authority,
        int motto,
        int kind,
        int text,
        int recipientsHeading,
        int recipients,
        double lineHeight) {

    static final int PAGE_WIDTH = 210;
    static final int PAGE_HEIGHT = 297;

    /// The first line of a paragraph is set in by this much.
    static final int INDENT = 10;

    /// From this number of columns on, a table is laid across.
    static final int WIDE = 6;

    private static final PageStyle GOVERNMENT = new PageStyle(20, 20, 30, 20, 12.5, 12.5, 13, 14, 14, 12, 11, 1.2);
    private static final PageStyle PARTY = new PageStyle(20, 20, 30, 20, 14, 13.5, 14, 16, 14, 14, 12, 1.25);

    static PageStyle of(Layout layout) {
        return switch (layout) {
            case GOVERNMENT -> GOVERNMENT;
            case PARTY -> PARTY;
        };
    }

    /// Between the margins of an upright page, in millimetres.
    int width() {
        return PAGE_WIDTH - left - right;
    }

    /// Between the margins of a page laid across, in millimetres: a block on it is else as wide as on an upright page.
    int widthAcross() {
        return PAGE_HEIGHT - 2 * bottom;
    }

    /// Whether one of the annex's tables needs a page laid across.
    static boolean isWide(OfficialDocument.Annex annex) {
        return annex.blocks().stream()
                .anyMatch(block ->
                        block instanceof Block.Table table && table.columns().size() >= WIDE);
    }
}
