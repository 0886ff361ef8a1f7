package vn.monitoring.task.task;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;

/// What the plan prints about a task.
///
/// @param position its place in the sheet, from 0
/// @param number as printed
/// @param leadAgencies the main lead first, then the co-leads
/// @param needsDecision true while the row is too doubtful to be given to anybody
@Embeddable
public record TaskFacts(
        @Enumerated(EnumType.STRING) TaskKind kind,
        int position,
        String number,
        @Column(name = "group_name") @Nullable String group,
        @Nullable String title,
        @Nullable String work,
        @Nullable String responsibility,
        @Nullable String directorPosition,
        List<String> leadAgencies,
        List<String> coordinators,
        @Nullable String deliverable,

        @Convert(converter = TimingConverter.class) @ColumnTransformer(write = "cast(? as jsonb)")
        Timing timing,

        boolean needsDecision) {

    /// The names of what differs, with the old values; the place in the sheet is no difference.
    Map<String, Object> changedFrom(TaskFacts before) {
        Map<String, Object> changed = new LinkedHashMap<>();
        note(changed, "kind", before.kind, kind);
        note(changed, "number", before.number, number);
        note(changed, "group", before.group, group);
        note(changed, "title", before.title, title);
        note(changed, "work", before.work, work);
        note(changed, "responsibility", before.responsibility, responsibility);
        note(changed, "directorPosition", before.directorPosition, directorPosition);
        note(changed, "leadAgencies", before.leadAgencies, leadAgencies);
        note(changed, "coordinators", before.coordinators, coordinators);
        note(changed, "deliverable", before.deliverable, deliverable);
        if (!before.timing.equals(timing)) {
            changed.put("timing", before.timing.raw());
        }
        note(changed, "needsDecision", before.needsDecision, needsDecision);
        return changed;
    }

    private static void note(
            Map<String, Object> changed, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.put(name, before == null ? "" : before);
        }
    }
}
