package vn.monitoring.report.feed;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.period.ReportPeriod;

/// Writes the one line that says what happened, from a type's subject and step (`task` and `submitted` of
/// `vn.monitoring.task.submitted.v1`). A new step of a known subject is one line in its table; a subject or
/// step that is not known here is named as it is.
final class FeedTitles {

    private static final Map<String, Text> MEASUREMENT = Map.of(
            "submitted", new Text("đã gửi", "submitted"),
            "verified", new Text("đã xác nhận", "verified"),
            "returned", new Text("bị trả lại", "returned"),
            "revised", new Text("đã sửa", "revised"),
            "batch-submitted", new Text("đã gửi", "submitted"),
            "batch-verified", new Text("đã xác nhận", "verified"));

    private static final Map<String, Text> GRADE = Map.of(
            "ACHIEVED", new Text("đạt", "achieved"),
            "ON_TRACK", new Text("đúng lộ trình", "on track"),
            "SLIGHTLY_BEHIND", new Text("chậm nhẹ", "slightly behind"),
            "BEHIND", new Text("chậm", "behind"),
            "MISSED", new Text("không đạt", "missed"),
            "NOT_DUE", new Text("chưa đến kỳ", "not due"),
            "NO_TARGET", new Text("không đặt mục tiêu", "no target"),
            "NO_DATA", new Text("chưa đủ dữ liệu", "no data"));

    private static final Map<String, Text> TASK = Map.ofEntries(
            entry("imported", new Text("đã nhập", "imported")),
            entry("created", new Text("được tạo", "created")),
            entry("corrected", new Text("đã sửa thông tin", "corrected")),
            entry("assigned", new Text("đã giao", "assigned")),
            entry("acknowledged", new Text("đã tiếp nhận", "acknowledged")),
            entry("progressed", new Text("có cập nhật tiến độ", "progressed")),
            entry("derived", new Text("cập nhật theo ý con", "follows its parts")),
            entry("submitted", new Text("đã trình kết quả", "submitted")),
            entry("completed", new Text("đã hoàn thành", "completed")),
            entry("returned", new Text("bị trả lại", "returned")),
            entry("paused", new Text("tạm dừng", "paused")),
            entry("resumed", new Text("được tiếp tục", "resumed")),
            entry("cancelled", new Text("đã hủy", "cancelled")),
            entry("superseded", new Text("đã được thay thế", "superseded")),
            entry("extension-requested", new Text("đề nghị gia hạn", "asks for an extension")),
            entry("extended", new Text("được gia hạn", "extended")),
            entry("extension-refused", new Text("không được gia hạn", "not extended")));

    private static final Map<String, Text> WARNING_KIND = Map.of(
            "LATE", new Text("chậm cập nhật tiến độ", "update late"),
            "INSUFFICIENT_DATA", new Text("cập nhật thiếu thông tin", "update incomplete"),
            "DUE_SOON", new Text("sắp đến hạn", "due soon"),
            "OVERDUE", new Text("quá hạn", "overdue"),
            "MISMATCH", new Text("số liệu không khớp", "figures do not match"),
            "MISSING_DEADLINE", new Text("chưa xác định thời hạn", "deadline missing"));

    private static final Map<String, Text> ADDRESSEE = Map.of(
            "LEAD", new Text("cơ quan chủ trì", "the lead agency"),
            "STANDING_BODY", new Text("cơ quan thường trực", "the standing body"),
            "DIRECTOR", new Text("người chỉ đạo", "the director"),
            "INSPECTION_COMMISSION", new Text("Ủy ban Kiểm tra", "the inspection commission"));

    private static final Map<String, Text> REPORT = Map.of(
            "drafted", new Text("đã lập dự thảo", "drafted"),
            "submitted", new Text("đã gửi", "submitted"),
            "accepted", new Text("đã được tiếp nhận", "accepted"),
            "returned", new Text("bị trả lại", "returned"),
            "corrected", new Text("được mở để đính chính", "opened for a correction"),
            "consolidated", new Text("đã được tổng hợp", "consolidated"),
            "lapsed", new Text("không còn phải gửi", "no longer owed"));

    private static final Map<String, Text> INCIDENT = Map.of(
            "registered", new Text("mới được ghi nhận", "registered"),
            "reported", new Text("đã có báo cáo ban đầu", "first report sent"),
            "updated", new Text("có cập nhật", "updated"),
            "overdue", new Text("quá 24 giờ chưa có báo cáo ban đầu", "first report overdue after 24 hours"),
            "asked", new Text("có câu hỏi của cấp trên", "asked about from above"),
            "reopened", new Text("được mở lại", "reopened"),
            "closed", new Text("đã khép lại", "closed"));

    private static final Map<String, Text> FEEDBACK = Map.of(
            "received", new Text("mới được tiếp nhận", "received"),
            "assigned", new Text("đã giao xử lý", "assigned"),
            "answered", new Text("đã được trả lời", "answered"),
            "rated", new Text("đã được đánh giá mức độ hài lòng", "rated"),
            "published", new Text("có câu trả lời được công khai", "answer published"),
            "closed", new Text("đã kết thúc", "closed"));

    private FeedTitles() {}

    static Text of(String type, JsonNode data, FeedKnowledge known) {
        String[] parts = type.split("\\.", -1);
        String subject = parts.length > 2 ? parts[2] : type;
        String step = parts.length > 3 ? parts[3] : type;
        return switch (subject) {
            case "measurement" -> data.has("figures") ? figures(step, data, known) : measurement(step, data, known);
            case "grade" -> grade(data);
            case "task" -> task(step, data);
            case "warning" -> warning(step, data);
            case "report" -> report(step, data, known.nameOfUnit(data));
            case "incident" -> named("Sự cố", "Incident", INCIDENT, step, data, known.nameOfUnit(data));
            case "feedback" -> named("Phản ánh", "Feedback", FEEDBACK, step, data, known.nameOfUnit(data));
            case "ranking" ->
                new Text(
                        "Đã công bố xếp hạng " + period(data).vi(),
                        "Ranking for " + period(data).en() + " published");
            case "evaluation" ->
                new Text(
                        "Đã xác nhận phiếu đánh giá năm " + data.path("year").asText() + " của "
                                + known.nameOfUnit(data),
                        "Evaluation of " + data.path("year").asText() + " confirmed for " + known.nameOfUnit(data));
            case "webhook" -> webhook(step, data);
            default -> Text.same(subject + " " + step);
        };
    }

    private static Text measurement(String step, JsonNode data, FeedKnowledge known) {
        String name = known.indicatorOf(data)
                .map(indicator -> numbered(Objects.requireNonNullElse(indicator.number(), ""), indicator.name()))
                .orElse("");
        Text period = period(data);
        Text done = stepOf(MEASUREMENT, step);
        return new Text(
                "Số liệu " + period.vi() + (name.isEmpty() ? "" : " của chỉ tiêu " + name) + " " + done.vi(),
                "Figure for " + period.en() + (name.isEmpty() ? "" : " of indicator " + name) + " " + done.en());
    }

    /// Figures of one unit and period that came, or were verified, together.
    private static Text figures(String step, JsonNode data, FeedKnowledge known) {
        int count = data.path("figures").size();
        Text period = period(data);
        String unitName = known.nameOfUnit(data);
        Text done = stepOf(MEASUREMENT, step);
        return new Text(
                "%d số liệu %s của %s %s".formatted(count, period.vi(), unitName, done.vi()),
                "%d figures for %s of %s %s".formatted(count, period.en(), unitName, done.en()));
    }

    private static Text grade(JsonNode data) {
        String name = numbered(
                data.path("indicatorNumber").asText(""),
                data.path("indicatorName").asText(""));
        Text status = stepOf(GRADE, data.path("status").asText());
        return new Text("Chỉ tiêu " + name + ": " + status.vi(), "Indicator " + name + ": " + status.en());
    }

    private static Text task(String step, JsonNode data) {
        String name =
                numbered(data.path("number").asText(""), data.path("title").asText(""));
        Text done = stepOf(TASK, step);
        return new Text("Nhiệm vụ " + name + " " + done.vi(), "Task " + name + " " + done.en());
    }

    private static Text warning(String step, JsonNode data) {
        String task = numbered(
                data.path("taskNumber").asText(""),
                data.hasNonNull("taskTitle") ? data.get("taskTitle").asText() : "");
        Text kind = stepOf(WARNING_KIND, data.path("kind").asText());
        Text addressee = stepOf(ADDRESSEE, data.path("addressee").asText());
        Text done = switch (step) {
            case "opened" -> new Text("", "");
            case "revised" -> new Text(" (có thay đổi)", " (changed)");
            case "escalated" -> new Text(", chuyển đến " + addressee.vi(), ", raised to " + addressee.en());
            case "closed" -> new Text(", đã khắc phục", ", resolved");
            default -> Text.same(" " + step);
        };
        return new Text(
                "Cảnh báo nhiệm vụ " + task + ": " + kind.vi() + done.vi(),
                "Warning on task " + task + ": " + kind.en() + done.en());
    }

    private static Text report(String step, JsonNode data, String unitName) {
        Text period = period(data);
        Text due = day(data.path("dueOn").asText());
        Text done = switch (step) {
            case "obliged" -> new Text("cần lập, hạn " + due.vi(), "owed, due " + due.en());
            case "reminded" -> new Text("được nhắc, hạn " + due.vi(), "reminded, due " + due.en());
            case "overdue" -> new Text("đã quá hạn " + due.vi(), "overdue since " + due.en());
            default -> stepOf(REPORT, step);
        };
        return new Text(
                "Báo cáo " + period.vi() + " của " + unitName + " " + done.vi(),
                "Report for " + period.en() + " of " + unitName + " " + done.en());
    }

    /// As a Vietnamese report writes it; its key in English.
    private static Text period(JsonNode data) {
        String key = data.path("period").asText();
        return new Text(ReportPeriod.find(key).map(Vietnamese::period).orElse("kỳ " + key), key);
    }

    /// A day as it is written in each language; what is none stays as it came.
    private static Text day(String day) {
        try {
            return new Text(Vietnamese.day(LocalDate.parse(day)), day);
        } catch (DateTimeParseException e) {
            return Text.same(day);
        }
    }

    /// By number and title where the fact has them; never by a person.
    private static Text named(
            String vi, String en, Map<String, Text> steps, String step, JsonNode data, String unitName) {
        String name =
                numbered(data.path("number").asText(""), data.path("title").asText(""));
        String gap = name.isEmpty() ? "" : " " + name;
        Text done = stepOf(steps, step);
        return new Text(
                vi + gap + " tại " + unitName + " " + done.vi(), en + gap + " at " + unitName + " " + done.en());
    }

    private static Text webhook(String step, JsonNode data) {
        String host = data.path("host").asText();
        int count = data.path("count").asInt();
        Text done = switch (step) {
            case "disabled" -> new Text("đã bị ngừng", "disabled");
            case "given-up" ->
                new Text(
                        "không nhận được %d thông báo sau ba ngày".formatted(count),
                        "did not take %d messages in three days".formatted(count));
            default -> Text.same(step);
        };
        return new Text("Địa chỉ nhận thông báo " + host + " " + done.vi(), "Webhook at " + host + " " + done.en());
    }

    private static Text stepOf(Map<String, Text> steps, String step) {
        return steps.getOrDefault(step, Text.same(step));
    }

    private static String numbered(String number, String name) {
        if (number.isEmpty() || name.isEmpty()) {
            return number + name;
        }
        return number + ". " + name;
    }
}
