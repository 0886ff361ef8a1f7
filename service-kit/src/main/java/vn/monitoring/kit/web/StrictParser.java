package vn.monitoring.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// Refuses what no database column takes, wherever it stands and whatever type is read from it: the character NUL,
/// halves of surrogate pairs, numbers beyond all measure.
final class StrictParser extends JsonParserDelegate {

    private static final Text TEXT = new Text(
            "Có ký tự không hợp lệ (NUL hoặc nửa cặp thay thế).",
            "There is a character that is none (NUL, or half of a surrogate pair).");
    private static final Text NUMBER = new Text("Số quá lớn hoặc quá dài.", "The number is too large or too long.");
    private static final int SHORT = 18;

    StrictParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            if (!isClean(getText())) {
                throw StrictJson.refusal(place(getParsingContext()), TEXT);
            }
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            if (!isBounded(getText())) {
                throw StrictJson.refusal(place(getParsingContext()), NUMBER);
            }
        }
        return token;
    }

    /// Reads on by [#nextToken], which the delegate's shortcut would not.
    @Override
    public JsonParser skipChildren() throws IOException {
        JsonToken begin = currentToken();
        if (begin == JsonToken.START_OBJECT || begin == JsonToken.START_ARRAY) {
            int open = 1;
            while (open > 0) {
                JsonToken token = nextToken();
                if (token == null) {
                    return this;
                }
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return this;
    }

    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isBounded(String number) {
        if (number.length() <= SHORT && number.indexOf('e') < 0 && number.indexOf('E') < 0) {
            return true;
        }
        try {
            return StrictJson.isBounded(new BigDecimal(number));
        } catch (NumberFormatException exponentTooLong) {
            return false;
        }
    }

    /// Where the parser stands: `rows.[3].name`.
    static String place(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = place(context.getParent());
        String name = context.getCurrentName();
        String step = context.inArray() ? "[" + context.getCurrentIndex() + "]" : name == null ? "" : shown(name);
        return parent.isEmpty() ? step : step.isEmpty() ? parent : parent + "." + step;
    }

    private static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return clean.length() <= 100 ? clean : clean.substring(0, 100) + "…";
    }
}
