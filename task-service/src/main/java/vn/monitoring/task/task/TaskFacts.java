package vn.monitoring.task.task;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;

/// What the plan prints about a task.
///
/// @param position its place in the sheet, from 0
/// @param number as printed
/// @param chairPosition who chairs the work, a position
/// @param leadAgencies the main lead first, then the co-leads
/// @param legalBases the documents it rests on
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
        @Nullable String chairPosition,
        List<String> leadAgencies,
        List<String> coordinators,
        @Nullable String deliverable,
        List<String> legalBases,

        @Convert(converter = TimingConverter.class) @ColumnTransformer(write = "cast(? as jsonb)")
        Timing timing,

        boolean needsDecision) {

    /// What tells one printing of a row from another; the place in the sheet is none of it.
    String print() {
        String text = String.join(
                "\u001f",
                List.of(
                        kind.name(),
                        number,
                        String.valueOf(group),
                        String.valueOf(title),
                        String.valueOf(work),
                        String.valueOf(responsibility),
                        String.valueOf(directorPosition),
                        String.valueOf(chairPosition),
                        leadAgencies.toString(),
                        coordinators.toString(),
                        String.valueOf(deliverable),
                        legalBases.toString(),
                        timing.raw()));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// What differs; the place in the sheet is no difference.
    List<FieldChange> changedFrom(TaskFacts before) {
        List<FieldChange> changes = new ArrayList<>();
        FieldChange.note(changes, "kind", before.kind, kind);
        FieldChange.note(changes, "number", before.number, number);
        FieldChange.note(changes, "group", before.group, group);
        FieldChange.note(changes, "title", before.title, title);
        FieldChange.note(changes, "work", before.work, work);
        FieldChange.note(changes, "responsibility", before.responsibility, responsibility);
        FieldChange.note(changes, "directorPosition", before.directorPosition, directorPosition);
        FieldChange.note(changes, "chairPosition", before.chairPosition, chairPosition);
        FieldChange.note(changes, "leadAgencies", before.leadAgencies, leadAgencies);
        FieldChange.note(changes, "coordinators", before.coordinators, coordinators);
        FieldChange.note(changes, "deliverable", before.deliverable, deliverable);
        FieldChange.note(changes, "legalBases", before.legalBases, legalBases);
        if (!before.timing.equals(timing)) {
            changes.add(new FieldChange("timing", before.timing.raw(), timing.raw()));
        }
        FieldChange.note(changes, "needsDecision", before.needsDecision, needsDecision);
        return changes;
    }
}
