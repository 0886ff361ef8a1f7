package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Marker.Kind;
import vn.monitoring.kit.text.Vietnamese;

/// Makes the printed numbers unique within the sheet, and says where they skip or repeat; never renumbers.
final class Numbering {

    private final List<Finding> findings;

    Numbering(List<Finding> findings) {
        this.findings = findings;
    }

    List<TableRow> finish(List<DraftRow> drafts, Layout layout, CellCleaner cleaner) {
        var parents = parents(drafts);
        reportItems(drafts);
        reportParts(drafts, parents);
        reportDuplicates(drafts, layout, parents);
        var perGroup = startsAnewInGroups(drafts);
        var rows = new ArrayList<TableRow>();
        for (var draft : drafts) {
            var parent = parents.get(draft);
            var own = qualified(draft, perGroup);
            rows.add(
                    parent == null
                            ? draft.finish(cleaner, own, null)
                            : draft.finish(
                                    cleaner,
                                    qualified(parent, perGroup) + "."
                                            + draft.marker().label(),
                                    qualified(parent, perGroup)));
        }
        return rows;
    }

    /// The numbered row that each lettered part belongs to.
    private static Map<DraftRow, DraftRow> parents(List<DraftRow> drafts) {
        var parents = new IdentityHashMap<DraftRow, DraftRow>();
        @Nullable DraftRow last = null;
        for (var draft : drafts) {
            if (draft.kind() == TableRow.Kind.SUB && last != null) {
                parents.put(draft, last);
            } else if (isNumbered(draft)) {
                last = draft;
            }
        }
        return parents;
    }

    private static boolean isNumbered(DraftRow draft) {
        return switch (draft.marker().kind()) {
            case ARABIC, DOTTED, ROMAN -> true;
            case NONE, UPPER, LOWER, BULLET, OTHER -> false;
        };
    }

    private void reportItems(List<DraftRow> drafts) {
        var last = 0;
        for (var draft : drafts) {
            if (draft.marker().kind() != Kind.ARABIC || draft.kind() == TableRow.Kind.SUB) {
                continue;
            }
            var number = draft.marker().ordinal();
            if (number > last + 1) {
                findings.add(Finding.of(SheetFinding.NUMBERING_GAP, draft.place(), last + " → " + number));
            } else if (number <= last && number != 1) {
                draft.add(Finding.of(SheetFinding.NUMBERING_REPEATED, draft.place(), last + " → " + number));
            }
            last = number;
        }
    }

    private void reportParts(List<DraftRow> drafts, Map<DraftRow, DraftRow> parents) {
        for (var parent : drafts) {
            var parts = drafts.stream()
                    .filter(draft -> parents.get(draft) == parent)
                    .toList();
            if (parts.isEmpty()) {
                continue;
            }
            parent.becomeParent();
            var letters = parts.stream().map(part -> part.marker().label()).collect(Collectors.joining(", "));
            parent.add(Finding.of(SheetFinding.SUBTASKS, parent.place(), letters));
            @Nullable DraftRow before = null;
            for (var part : parts) {
                if (part.marker().ordinal()
                        > (before == null ? 0 : before.marker().ordinal()) + 1) {
                    var from = before == null ? "" : before.marker().label();
                    findings.add(Finding.of(
                            SheetFinding.NUMBERING_GAP,
                            part.place(),
                            from + " → " + part.marker().label()));
                }
                before = part;
            }
        }
    }

    private static void reportDuplicates(List<DraftRow> drafts, Layout layout, Map<DraftRow, DraftRow> parents) {
        var seen = new HashMap<List<String>, DraftRow>();
        for (var draft : drafts) {
            var title = Vietnamese.fold(draft.textAt(layout.title()));
            if (title.isEmpty()) {
                continue;
            }
            var parent = parents.get(draft);
            var key = List.of(String.join(" / ", draft.groupPath()), parent == null ? "" : parent.place(), title);
            var first = seen.putIfAbsent(key, draft);
            if (first != null) {
                draft.add(Finding.of(SheetFinding.DUPLICATE_ROW, draft.place(), first.place()));
            }
        }
    }

    private static boolean startsAnewInGroups(List<DraftRow> drafts) {
        var seen = new HashSet<Integer>();
        return drafts.stream()
                .filter(draft -> draft.marker().kind() == Kind.ARABIC && draft.kind() != TableRow.Kind.SUB)
                .filter(draft -> !draft.groupLabel().isEmpty())
                .anyMatch(draft -> !seen.add(draft.marker().ordinal()));
    }

    private static String qualified(DraftRow draft, boolean perGroup) {
        return switch (draft.marker().kind()) {
            case NONE, BULLET, OTHER -> "";
            case ARABIC ->
                perGroup && !draft.groupLabel().isEmpty()
                        ? draft.groupLabel() + "." + draft.marker().label()
                        : draft.marker().label();
            case DOTTED, ROMAN, UPPER, LOWER -> draft.marker().label();
        };
    }
}
