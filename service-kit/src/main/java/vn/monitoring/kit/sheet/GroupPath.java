package vn.monitoring.kit.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Marker.Kind;

/// The group rows above the current line. How deep a group is shows by the kind of its number: a kind that is open
/// already is replaced, a new kind goes one deeper; a group without a number starts anew unless it stands right
/// under another group.
final class GroupPath {

    private record Group(int line, Marker marker, String text) {}

    private final Deque<Group> open = new ArrayDeque<>();
    private final List<Integer> sinceLastRow = new ArrayList<>();
    private final List<Finding> findings;
    private @Nullable Marker lastItem;
    private @Nullable Marker lastPart;

    GroupPath(List<Finding> findings) {
        this.findings = findings;
    }

    void open(int line, String place, Marker marker, String text) {
        if (marker.kind() == Kind.NONE) {
            if (sinceLastRow.isEmpty()) {
                open.clear();
            } else {
                closeTo(Kind.NONE);
            }
        } else {
            var replaced = closeTo(marker.level());
            if (replaced != null
                    && marker.kind() == replaced.kind()
                    && marker.ordinal() > replaced.ordinal() + 1
                    && !isCustomary(replaced, marker)) {
                findings.add(Finding.of(SheetFinding.NUMBERING_GAP, place, replaced.label() + " → " + marker.label()));
            }
            open.removeIf(group -> group.marker().kind() == Kind.NONE && sinceLastRow.isEmpty());
        }
        open.addLast(new Group(line, marker, text));
        sinceLastRow.add(line);
        lastItem = null;
        lastPart = null;
    }

    /// The last group's name goes on in this line.
    void extend(int line, String text) {
        var last = open.removeLast();
        open.addLast(new Group(last.line(), last.marker(), last.text() + " " + text));
        sinceLastRow.add(line);
    }

    void row(Marker marker, TableRow.Kind kind) {
        sinceLastRow.clear();
        if (kind == TableRow.Kind.SUB) {
            lastPart = marker;
        } else if (marker.kind() == Kind.ARABIC || marker.kind() == Kind.DOTTED || marker.kind() == Kind.ROMAN) {
            lastItem = marker;
            lastPart = null;
        }
    }

    /// Whether there is a numbered row in this group that a lettered row could be a part of.
    boolean isParentOpen() {
        return lastItem != null;
    }

    /// Whether the letter is the one that comes next under the numbered row.
    boolean isNextPart(Marker letter) {
        return letter.ordinal() == (lastPart == null ? 1 : lastPart.ordinal() + 1);
    }

    List<String> path() {
        return open.stream().map(Group::text).toList();
    }

    /// The number of the innermost group that has one.
    String label() {
        var label = "";
        for (var group : open) {
            label = group.marker().label().isEmpty() ? label : group.marker().label();
        }
        return label;
    }

    /// Lines of groups that no row came after.
    List<Integer> trailing() {
        return List.copyOf(sinceLastRow);
    }

    private @Nullable Marker closeTo(Kind kind) {
        if (open.stream().noneMatch(group -> group.marker().level() == kind)) {
            return null;
        }
        while (true) {
            var last = open.removeLast();
            if (last.marker().level() == kind) {
                return last.marker();
            }
        }
    }

    /// Capital letters of groups are used with and without Đ.
    private static boolean isCustomary(Marker before, Marker after) {
        return before.label().equals("D") && after.label().equals("E");
    }
}
