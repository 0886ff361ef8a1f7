package vn.monitoring.task.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the story keeps of a step beside its status: which fields changed, and by which document.
public record StoryDetails(
        List<FieldChange> changes, @Nullable DecisionDocument document) {

    public static final StoryDetails NONE = new StoryDetails(List.of(), null);

    public static StoryDetails of(List<FieldChange> changes) {
        return new StoryDetails(changes, null);
    }

    public static StoryDetails of(@Nullable DecisionDocument document, FieldChange... changes) {
        return new StoryDetails(List.of(changes), document);
    }
}
