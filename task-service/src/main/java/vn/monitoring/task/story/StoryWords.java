package vn.monitoring.task.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.task.DecisionDocument;
import vn.monitoring.task.task.FieldChange;
import vn.monitoring.task.task.TaskStatus;

/// Puts a step of a task's story into words, in Vietnamese and English.
final class StoryWords {

    private static final Map<String, Text> STEPS = Map.ofEntries(
            Map.entry(
                    "IMPORTED",
                    new Text("nhập nhiệm vụ từ bảng của kế hoạch", "imported the task from the plan's table")),
            Map.entry("CREATED", new Text("tạo nhiệm vụ", "created the task")),
            Map.entry("CORRECTED", new Text("sửa thông tin nhiệm vụ", "corrected the task")),
            Map.entry("ASSIGNED", new Text("giao nhiệm vụ", "assigned the task")),
            Map.entry("ACKNOWLEDGED", new Text("tiếp nhận nhiệm vụ", "acknowledged the task")),
            Map.entry("PROGRESSED", new Text("cập nhật tiến độ", "reported progress")),
            Map.entry("UPDATE_INCOMPLETE", new Text("gửi cập nhật còn thiếu", "sent an incomplete update")),
            Map.entry("DELIVERABLE_ATTACHED", new Text("đính kèm sản phẩm", "attached a deliverable")),
            Map.entry("SUBMITTED", new Text("nộp kết quả", "submitted the result")),
            Map.entry("COMPLETED", new Text("nghiệm thu kết quả", "accepted the result")),
            Map.entry("RETURNED", new Text("trả lại kết quả", "returned the result")),
            Map.entry("PAUSED", new Text("tạm dừng nhiệm vụ", "paused the task")),
            Map.entry("RESUMED", new Text("cho tiếp tục nhiệm vụ", "resumed the task")),
            Map.entry("CANCELLED", new Text("hủy nhiệm vụ", "cancelled the task")),
            Map.entry("SUPERSEDED", new Text("thay thế nhiệm vụ", "superseded the task")),
            Map.entry(
                    "PLAN_SUPERSEDED",
                    new Text("ghi nhận kế hoạch đã được thay thế", "noted that the plan was superseded")),
            Map.entry("EXTENSION_REQUESTED", new Text("đề nghị gia hạn", "asked for an extension")),
            Map.entry("EXTENDED", new Text("đồng ý gia hạn", "granted the extension")),
            Map.entry("EXTENSION_REFUSED", new Text("không đồng ý gia hạn", "refused the extension")),
            Map.entry("DERIVED", new Text("cập nhật theo ý con", "followed its part")));

    private static final Map<String, Text> FIELDS = Map.ofEntries(
            Map.entry("dueOn", new Text("hạn", "due day")),
            Map.entry("requestedDueOn", new Text("hạn đề nghị", "day asked for")),
            Map.entry("timing", new Text("thời hạn", "deadline")),
            Map.entry("title", new Text("tên nhiệm vụ", "title")),
            Map.entry("number", new Text("số thứ tự", "number")),
            Map.entry("group", new Text("nhóm", "group")),
            Map.entry("work", new Text("nội dung", "work")),
            Map.entry("responsibility", new Text("trách nhiệm", "responsibility")),
            Map.entry("directorPosition", new Text("người chỉ đạo", "director")),
            Map.entry("chairPosition", new Text("người chủ trì", "chair")),
            Map.entry("leadAgencies", new Text("cơ quan chủ trì", "lead agencies")),
            Map.entry("coordinators", new Text("đơn vị phối hợp", "coordinators")),
            Map.entry("deliverable", new Text("sản phẩm", "deliverable")),
            Map.entry("legalBases", new Text("căn cứ", "legal basis")),
            Map.entry("responsibleUnitCode", new Text("đơn vị chịu trách nhiệm", "responsible unit")),
            Map.entry("needsDecision", new Text("chờ quyết định", "waits for a decision")),
            Map.entry("indicatorIds", new Text("chỉ tiêu liên kết", "linked indicators")),
            Map.entry("canonicalCodes", new Text("chỉ tiêu danh mục liên kết", "linked catalogue codes")),
            Map.entry("percent", new Text("tiến độ", "percent")));

    private static final Map<String, Text> POSITIONS = Map.of(
            Role.STEERING_COMMITTEE, new Text("Ban Chỉ đạo", "Steering committee"),
            Role.LEADER, new Text("Lãnh đạo", "Leader"),
            Role.STANDING_BODY, new Text("Cơ quan thường trực", "Standing body"),
            Role.UNIT_HEAD, new Text("Thủ trưởng đơn vị", "Head of unit"),
            Role.REPORTER, new Text("Người báo cáo", "Reporter"),
            Role.INSPECTOR, new Text("Ủy ban Kiểm tra", "Inspector"),
            Role.PROVINCE_ADMIN, new Text("Quản trị cấp tỉnh", "Province administrator"),
            Role.INTEGRATION, new Text("Hệ thống của tỉnh", "Provincial system"));

    private static final Text SYSTEM = new Text("Hệ thống", "The system");
    private static final Text ACCOUNT = new Text("Tài khoản", "Account");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private StoryWords() {}

    /// The position in which somebody acted: the first role of the account, and its unit; of many units the first.
    static Text position(String username, List<String> roles, List<String> unitNames) {
        Text role = username.equals("system") && roles.isEmpty()
                ? SYSTEM
                : roles.stream()
                        .map(POSITIONS::get)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse(ACCOUNT);
        Text units = units(unitNames);
        return new Text(role.vi() + units.vi(), role.en() + units.en());
    }

    private static Text units(List<String> names) {
        return switch (names.size()) {
            case 0 -> Text.same("");
            case 1, 2 -> Text.same(", " + String.join(", ", names));
            default -> {
                int others = names.size() - 1;
                yield new Text(
                        ", %s và %d đơn vị khác".formatted(names.getFirst(), others),
                        ", %s and %d other units".formatted(names.getFirst(), others));
            }
        };
    }

    /// The whole step in one line of each language.
    static Text sentence(
            String what,
            LocalDate day,
            String by,
            Text position,
            @Nullable TaskStatus before,
            TaskStatus status,
            List<FieldChange> changes,
            @Nullable DecisionDocument document,
            @Nullable String note) {
        Text step =
                STEPS.getOrDefault(what, Text.same(what.toLowerCase(Locale.ROOT).replace('_', ' ')));
        StringBuilder vi =
                new StringBuilder("%s: %s (%s) %s.".formatted(DAY.format(day), position.vi(), by, step.vi()));
        StringBuilder en = new StringBuilder("%s: %s (%s) %s.".formatted(day, position.en(), by, step.en()));
        if (before != null && before != status) {
            vi.append(" Trạng thái: ")
                    .append(before.vi())
                    .append(" → ")
                    .append(status.vi())
                    .append('.');
            en.append(" Status: ").append(before).append(" → ").append(status).append('.');
        }
        for (FieldChange change : changes) {
            Text field = FIELDS.getOrDefault(change.field(), Text.same(change.field()));
            vi.append(' ')
                    .append(capital(field.vi()))
                    .append(": ")
                    .append(shown(change.from(), true))
                    .append(" → ")
                    .append(shown(change.to(), true))
                    .append('.');
            en.append(' ')
                    .append(capital(field.en()))
                    .append(": ")
                    .append(shown(change.from(), false))
                    .append(" → ")
                    .append(shown(change.to(), false))
                    .append('.');
        }
        if (document != null) {
            vi.append(" Văn bản: %s ngày %s.".formatted(document.number(), DAY.format(document.issuedOn())));
            en.append(" Document: %s of %s.".formatted(document.number(), document.issuedOn()));
        }
        if (note != null && !note.isBlank()) {
            vi.append(" Ghi chú: ").append(note);
            en.append(" Note: ").append(note);
        }
        return new Text(vi.toString(), en.toString());
    }

    private static String shown(@Nullable String value, boolean vietnamese) {
        if (value == null || value.isEmpty()) {
            return vietnamese ? "(trống)" : "(empty)";
        }
        return vietnamese && ISO_DAY.matcher(value).matches() ? DAY.format(LocalDate.parse(value)) : value;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
