package vn.monitoring.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// A position in a list by the sort keys of its last row (keyset paging), opaque to clients.
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor at(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(Object::toString).toList());
    }

    /// @param text the `cursor` parameter, null for the first page
    /// @param size how many keys a cursor of this list has
    public static @Nullable Cursor decode(@Nullable String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> keys = List.of(joined.split(SEPARATOR, -1));
            if (keys.size() == size && StrictParser.isClean(joined)) {
                return new Cursor(keys);
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    /// The key at that place as a whole number.
    /// @throws Problem 400 when it is none, since no page of ours said so
    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    public UUID id(int key) {
        try {
            return UUID.fromString(keys.get(key));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    public LocalDate date(int key) {
        try {
            LocalDate day = LocalDate.parse(keys.get(key));
            if (StrictJson.isBounded(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw invalid();
        }
        throw invalid();
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /// The answer to a cursor that was not handed out.
    public static Problem invalid() {
        return new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Con trỏ trang không hợp lệ; hãy dùng đúng giá trị next của trang trước.",
                        "The cursor is not valid; use the next value of the page before as it is.")
                .violation("query", "cursor", new Text("Không đọc được.", "Unreadable."));
    }
}
