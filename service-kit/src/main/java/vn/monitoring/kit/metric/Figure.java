package vn.monitoring.kit.metric;

import org.jspecify.annotations.Nullable;

/// A gauge whose value the database knows.
///
/// @param name dotted, beginning with `monitoring.` and ending with its unit: `monitoring.outbox.events`
/// @param description one sentence, for whoever meets it in a dashboard
/// @param label by what its values differ, null when it has one value; never a unit, a person or anything else of which
///     there are many
/// @param sql a cheap query: one row with the value, or rows of label and value
public record Figure(
        String name, String description, @Nullable String label, String sql) {

    /// A figure of one value.
    public static Figure of(String name, String description, String sql) {
        return new Figure(name, description, null, sql);
    }

    /// A figure with a value for each of a few labels.
    public static Figure by(String label, String name, String description, String sql) {
        return new Figure(name, description, label, sql);
    }
}
