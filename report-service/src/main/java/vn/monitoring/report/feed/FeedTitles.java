package vn.monitoring.report.feed;

import com.fasterxml.jackson.databind.JsonNode;
import vn.monitoring.kit.text.Text;

/// Writes the one line that says what happened.
final class FeedTitles {

    private FeedTitles() {}

    /// @param name the indicator's number and name as the replica has it; empty when it is not known yet
    static Text measurement(String type, JsonNode data, String name) {
        String vi = name.isEmpty() ? "" : " của chỉ tiêu " + name;
        String en = name.isEmpty() ? "" : " of indicator " + name;
        String period = data.path("period").asText();
        return switch (step(type)) {
            case "submitted" ->
                new Text("Số liệu kỳ " + period + vi + " đã gửi", "Figure for " + period + en + " submitted");
            case "verified" ->
                new Text("Số liệu kỳ " + period + vi + " đã xác minh", "Figure for " + period + en + " verified");
            case "returned" ->
                new Text("Số liệu kỳ " + period + vi + " bị trả lại", "Figure for " + period + en + " returned");
            case "revised" ->
                new Text("Số liệu kỳ " + period + vi + " đã sửa", "Figure for " + period + en + " revised");
            default -> new Text("Số liệu kỳ " + period + vi, "Figure for " + period + en);
        };
    }

    /// Figures of one unit and period that came, or were verified, together.
    static Text figures(String type, JsonNode data, String unitName) {
        int count = data.path("figures").size();
        String period = data.path("period").asText();
        boolean verified = step(type).equals("batch-verified");
        return new Text(
                "%d số liệu kỳ %s của %s %s".formatted(count, period, unitName, verified ? "đã xác minh" : "đã gửi"),
                "%d figures for %s of %s %s".formatted(count, period, unitName, verified ? "verified" : "submitted"));
    }

    static Text grade(JsonNode data) {
        String name = numbered(
                data.path("indicatorNumber").asText(""),
                data.path("indicatorName").asText(""));
        String status = data.path("status").asText();
        return new Text(
                "Chỉ tiêu " + name + ": " + gradeStatus(status).vi(),
                "Indicator " + name + ": " + gradeStatus(status).en());
    }

    static Text task(String type, JsonNode data) {
        String name =
                numbered(data.path("number").asText(""), data.path("title").asText(""));
        Text step = switch (step(type)) {
            case "imported" -> new Text("đã nhập", "imported");
            case "assigned" -> new Text("đã giao", "assigned");
            case "acknowledged" -> new Text("đã tiếp nhận", "acknowledged");
            case "progressed" -> new Text("có cập nhật tiến độ", "progressed");
            case "submitted" -> new Text("đã trình kết quả", "submitted");
            case "completed" -> new Text("đã hoàn thành", "completed");
            case "returned" -> new Text("bị trả lại", "returned");
            case "paused" -> new Text("tạm dừng", "paused");
            case "resumed" -> new Text("được tiếp tục", "resumed");
            case "cancelled" -> new Text("đã hủy", "cancelled");
            case "superseded" -> new Text("đã được thay thế", "superseded");
            case "extension-requested" -> new Text("đề nghị gia hạn", "asks for an extension");
            case "extended" -> new Text("được gia hạn", "extended");
            case "extension-refused" -> new Text("không được gia hạn", "not extended");
            case "created" -> new Text("được tạo", "created");
            case "corrected" -> new Text("đã sửa thông tin", "corrected");
            case "derived" -> new Text("cập nhật theo ý con", "follows its parts");
            default -> Text.same(step(type));
        };
        return new Text("Nhiệm vụ " + name + " " + step.vi(), "Task " + name + " " + step.en());
    }

    static Text report(String type, JsonNode data, String unitName) {
        String period = data.path("period").asText();
        Text step = switch (step(type)) {
            case "obliged" ->
                new Text(
                        "cần lập, hạn " + data.path("dueOn").asText(),
                        "owed, due " + data.path("dueOn").asText());
            case "drafted" -> new Text("đã lập dự thảo", "drafted");
            case "submitted" -> new Text("đã gửi", "submitted");
            case "accepted" -> new Text("đã được tiếp nhận", "accepted");
            case "returned" -> new Text("bị trả lại", "returned");
            default -> Text.same(step(type));
        };
        return new Text(
                "Báo cáo kỳ " + period + " của " + unitName + " " + step.vi(),
                "Report for " + period + " of " + unitName + " " + step.en());
    }

    static String numbered(String number, String name) {
        return number.isEmpty() ? name : number + ". " + name;
    }

    /// `submitted` of `vn.monitoring.task.submitted.v1`.
    private static String step(String type) {
        String[] parts = type.split("\\.", -1);
        return parts.length > 3 ? parts[3] : type;
    }

    private static Text gradeStatus(String status) {
        return switch (status) {
            case "ACHIEVED" -> new Text("đạt", "achieved");
            case "ON_TRACK" -> new Text("đúng lộ trình", "on track");
            case "SLIGHTLY_BEHIND" -> new Text("chậm nhẹ", "slightly behind");
            case "BEHIND" -> new Text("chậm", "behind");
            case "MISSED" -> new Text("không đạt", "missed");
            case "NOT_DUE" -> new Text("chưa đến kỳ", "not due");
            case "NO_TARGET" -> new Text("không đặt mục tiêu", "no target");
            case "NO_DATA" -> new Text("chưa đủ dữ liệu", "no data");
            default -> Text.same(status);
        };
    }
}
