package vn.monitoring.report.feed;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one subscriber gets to see: entries of units inside the subtrees of his own, and of those what he asked for.
///
/// @param types CloudEvents types or their middle parts (`grade`, `task.completed`); empty for all
/// @param paths the tree paths of the subscriber's units
/// @param unitPath the subtree that he asked for, null for all of his
record FeedFilter(
        Set<String> types, List<String> paths, @Nullable String unitPath) {

    private static final String PREFIX = "vn.monitoring.";

    /// @param path the tree path of the entry's unit, null when the unit is unknown: nobody sees it
    boolean shows(PlacedEntry entry, @Nullable String path) {
        if (path == null || paths.stream().noneMatch(own -> isWithin(path, own))) {
            return false;
        }
        return (unitPath == null || isWithin(path, unitPath)) && hasType(entry.type());
    }

    private boolean hasType(String type) {
        if (types.isEmpty() || types.contains(type)) {
            return true;
        }
        String name = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return types.stream().anyMatch(asked -> name.equals(asked) || name.startsWith(asked + "."));
    }

    private static boolean isWithin(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".");
    }
}
