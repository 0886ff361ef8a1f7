package vn.monitoring.task.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Outcome;
import vn.monitoring.kit.sheet.TableRow;
import vn.monitoring.task.task.TaskFacts;

/// A row of the table as it will be stored.
///
/// @param key what tells it from the others of its plan, the same at every import
/// @param parentKey the key of the row it is a part of
/// @param responsibleUnitCode the lead's unit when it was found, else the plan's
record ImportedRow(
        TableRow printed,
        String key,
        @Nullable String parentKey,
        TaskFacts facts,
        String responsibleUnitCode,
        Outcome outcome,
        List<Finding> findings) {}
