package vn.monitoring.task.draft;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.task.plan.Plan;
import vn.monitoring.task.task.TaskFacts;
import vn.monitoring.task.timing.TimingParser;

/// What a task says, in the words of a plan's table. Of a correction, what is left out stays as it is and
/// an empty text or list empties the field.
///
/// @param timing the deadline as plans write it: "Quý II/2026", "Thường xuyên; báo cáo hằng tháng"
/// @param leadUnitCode the lead's unit, within the plan's unit
/// @param confirmed of a correction: true when a row that waited for a decision is a task
@Schema(name = "TaskDraft", examples = """
        {"number":"27","title":"Bố trí điểm hỗ trợ dịch vụ công số","directorPosition":"Phó Chủ tịch UBND phường",\
        "leadAgencies":["Văn phòng HĐND và UBND"],"leadUnitCode":"10675.VP","deliverable":"Biên bản",\
        "timing":"Quý III/2026","legalBases":["57-NQ/TW"]}""")
record TaskDraft(
        @Size(max = 40) @Nullable String number,
        @Size(max = 500) @Nullable String group,
        @Size(max = 2000) @Nullable String title,
        @Size(max = 8000) @Nullable String work,
        @Size(max = 2000) @Nullable String responsibility,
        @Size(max = 500) @Nullable String directorPosition,
        @Size(max = 500) @Nullable String chairPosition,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 500) String> leadAgencies,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 500) String> coordinators,
        @Size(max = 2000) @Nullable String deliverable,
        @Size(max = 500) @Nullable String timing,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 500) String> legalBases,
        @Size(max = 40) @Nullable String leadUnitCode,
        @Nullable Boolean confirmed) {

    /// The facts with what the draft says.
    TaskFacts applied(TaskFacts facts, Plan plan, boolean needsDecision) {
        return new TaskFacts(
                facts.kind(),
                facts.position(),
                number == null ? facts.number() : Vietnamese.clean(number),
                text(group, facts.group()),
                text(title, facts.title()),
                text(work, facts.work()),
                text(responsibility, facts.responsibility()),
                text(directorPosition, facts.directorPosition()),
                text(chairPosition, facts.chairPosition()),
                texts(leadAgencies, facts.leadAgencies()),
                texts(coordinators, facts.coordinators()),
                text(deliverable, facts.deliverable()),
                texts(legalBases, facts.legalBases()),
                timing == null ? facts.timing() : TimingParser.parse(timing, plan.onlyYear()),
                needsDecision);
    }

    private static @Nullable String text(@Nullable String said, @Nullable String before) {
        if (said == null) {
            return before;
        }
        String clean = Vietnamese.clean(said);
        return clean.isEmpty() ? null : clean;
    }

    private static List<String> texts(@Nullable List<String> said, List<String> before) {
        return said == null
                ? before
                : new ArrayList<>(said.stream().map(Vietnamese::clean).toList());
    }
}
