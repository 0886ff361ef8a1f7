package vn.monitoring.task.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.task.DecisionDocument;
import vn.monitoring.task.task.FieldChange;
import vn.monitoring.task.task.TaskStatus;

/// One step of a task's story.
///
/// @param number its place in the story, growing
/// @param businessDate the day it belongs to
/// @param at when it was recorded
/// @param by the account; `position` says in which role and unit it acted
/// @param statusBefore null for the first step
/// @param sentence all of it in words
@Schema(name = "StoryEntry")
record StoryEntry(
        long number,
        String what,
        LocalDate businessDate,
        Instant at,
        String by,
        Text position,
        @Nullable TaskStatus statusBefore,
        TaskStatus status,
        List<FieldChange> changes,
        @Nullable DecisionDocument document,
        @Nullable String note,
        Text sentence) {}
