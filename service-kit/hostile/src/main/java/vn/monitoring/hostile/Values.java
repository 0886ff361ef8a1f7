package vn.monitoring.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What a hostile client writes where a value is expected. `§` stands for a mark by which a value that was stored can
/// be found again.
final class Values {

    static final String MARK = "§";

    private Values() {}

    /// @param raw as it goes over the wire, each character one byte
    /// @param refused whether no field of any kind may take it
    record Value(String name, String raw, boolean refused) {}

    /// Texts that are odd but texts: a field for free text may take them, and has to give them back as they were.
    static final List<String> ODD_TEXTS = List.of(
            "§'; drop table unit; --",
            "§' or '1'='1",
            "§%' union select version()--",
            "§\\'; select pg_sleep(9)--",
            "§${7*7}${jndi:ldap://127.0.0.1:9/a}",
            "§{{7*7}}{{constructor.constructor('x')()}}",
            "§#{7*7}<%= 7*7 %>",
            "§<script>alert(1)</script><img src=x onerror=alert(1)>",
            "§../../../../etc/passwd",
            "§%s%n%x%d{0}",
            "=cmd|' /C calc'!A0§",
            "§😀ẫ𐐷",
            "§Tỉ lệ hoàn thành",
            java.text.Normalizer.normalize("§Tỷ lệ hồ sơ trực tuyến ở xã", java.text.Normalizer.Form.NFD),
            "§مرحبا שלום",
            "§a\u0301\u0323\u0302\u0303\u0300",
            "§]]></a><!ENTITY x SYSTEM \"file:///etc/passwd\">");

    private static final List<Value> IN_JSON = List.copyOf(makeInJson());
    private static final List<Value> IN_ADDRESS = List.copyOf(makeInAddress());
    private static final List<Value> CURSORS = List.copyOf(makeCursors());

    /// What stands in a JSON document where a text, a number or an object is expected.
    static List<Value> inJson() {
        return IN_JSON;
    }

    private static List<Value> makeInJson() {
        List<Value> values = new ArrayList<>();
        for (String text : ODD_TEXTS) {
            values.add(new Value("text " + text, utf8(quoted(text)), false));
        }
        values.add(new Value("NUL", "\"§\\u0000x\"", true));
        values.add(new Value("NUL alone", "\"\\u0000\"", true));
        values.add(new Value("lone high surrogate", "\"§\\ud800x\"", true));
        values.add(new Value("lone low surrogate", "\"§\\udc00x\"", true));
        values.add(new Value("reversed surrogates", "\"§\\udc00\\ud800\"", true));
        values.add(new Value("bare control character", "\"§\u0001\"", true));
        values.add(new Value("bad UTF-8", "\"§\u00c3(\"", true));
        values.add(new Value("overlong UTF-8", "\"§\u00c0\u0080\"", true));
        values.add(new Value("surrogate in UTF-8", "\"§\u00ed\u00a0\u0080\"", true));
        values.add(new Value("beyond Unicode", "\"§\u00f5\u0080\u0080\u0080\"", true));
        values.add(new Value("bad escape", "\"§\\x41\"", true));
        values.add(new Value("half a million characters", '"' + "x".repeat(500_000) + "§\"", true));
        values.add(new Value("ten thousand characters", '"' + "x ".repeat(5_000) + "§\"", false));
        values.add(new Value("ten thousand tight characters", '"' + unsqueezable(10_000) + "§\"", false));
        values.add(new Value("control characters", "\"§\\u0007\\u001b[31m\\r\\nSet-Cookie: a=b\"", false));
        values.add(new Value("turned writing", "\"§\\u202e\\u2066\\ufeff\\u200b\"", false));
        values.add(new Value("empty text", "\"\"", false));
        values.add(new Value("blank text", "\" \\t \"", false));
        values.add(new Value("null", "null", false));
        values.add(new Value("true", "true", false));
        values.add(new Value("minus one", "-1", false));
        values.add(new Value("zero", "0", false));
        values.add(new Value("a fraction", "1.5", false));
        values.add(new Value("beyond int", "2147483648", false));
        values.add(new Value("beyond long", "9223372036854775808", false));
        values.add(new Value("many digits", "12345678901234567890123456789.123456789012345", false));
        values.add(new Value("ten thousand digits", "9".repeat(10_000), false));
        values.add(new Value("1e400", "1e400", false));
        values.add(new Value("1e-400", "1e-400", false));
        values.add(new Value("1e999999999", "1e999999999", false));
        values.add(new Value("-1e999999999", "-1e999999999", false));
        values.add(new Value("1e-999999999", "1e-999999999", false));
        values.add(new Value("exponent beyond int", "1e99999999999999999999", false));
        values.add(new Value("text 1e999999999", "\"1e999999999\"", false));
        values.add(new Value("text NaN", "\"NaN\"", false));
        values.add(new Value("minus zero", "-0", false));
        values.add(new Value("minus zero in a fraction", "-0.0e-0", false));
        values.add(new Value("a day that is none", "\"2025-02-30\"", false));
        values.add(new Value("the 29th of a common year", "\"2025-02-29\"", false));
        values.add(new Value("a month that is none", "\"2026-13-01\"", false));
        values.add(new Value("a moment without a zone", "\"2026-06-30T08:00:00\"", false));
        values.add(new Value("hour 24", "\"2026-06-30T24:00:00Z\"", false));
        values.add(new Value("a leap second", "\"2026-06-30T23:59:60Z\"", false));
        values.add(new Value("far date", "\"+999999999-12-31\"", false));
        values.add(new Value("early date", "\"-999999999-01-01\"", false));
        values.add(new Value("date of the year zero", "\"0000-01-01\"", false));
        values.add(new Value("date beyond PostgreSQL", "\"9999999-01-01\"", false));
        values.add(new Value("far moment", "\"+1000000000-12-31T23:59:59.999999999Z\"", false));
        values.add(new Value("NaN", "NaN", true));
        values.add(new Value("-Infinity", "-Infinity", true));
        values.add(new Value("hexadecimal", "0x10", true));
        values.add(new Value("leading zero", "01", true));
        values.add(new Value("object", "{}", false));
        values.add(new Value("object of a class", "{\"@class\":\"java.lang.Runtime\",\"§\":{}}", false));
        values.add(new Value("array", "[]", false));
        values.add(new Value("array of null", "[null]", false));
        values.add(new Value("array of arrays", "[[[[]]]]", false));
        values.add(new Value("array of texts with NUL", "[\"§\\u0000\"]", true));
        values.add(new Value("ten thousand items", "[" + "1,".repeat(9_999) + "1]", false));
        values.add(new Value("900 levels", "[".repeat(900) + "]".repeat(900), true));
        values.add(new Value("100,000 levels", "[".repeat(100_000) + "]".repeat(100_000), true));
        values.add(new Value("100,000 objects", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), true));
        values.add(new Value("nothing", "", false));
        return values;
    }

    /// What stands percent-encoded in a query or a path.
    static List<Value> inAddress() {
        return IN_ADDRESS;
    }

    private static List<Value> makeInAddress() {
        List<Value> values = new ArrayList<>();
        for (String text : ODD_TEXTS) {
            values.add(new Value("text " + text, encoded(text), false));
        }
        values.add(new Value("NUL", "§%00x", true));
        values.add(new Value("NUL alone", "%00", true));
        values.add(new Value("bad UTF-8", "§%c3%28", false));
        values.add(new Value("overlong UTF-8", "§%c0%80", false));
        values.add(new Value("surrogate in UTF-8", "§%ed%a0%80", false));
        values.add(new Value("half an escape", "§%4", false));
        values.add(new Value("no escape", "§%zz", false));
        values.add(new Value("a bare percent sign", "%", false));
        values.add(new Value("unencoded bytes", "§\u00e1\u00ba\u00ab", false));
        values.add(new Value("bare bad bytes", "§\u00ff\u00fe", false));
        values.add(new Value("line ends", "§%0d%0aSet-Cookie:%20a=b", false));
        values.add(new Value("three thousand characters", "x".repeat(3_000), false));
        values.add(new Value("dots", "..%2f..%2f§", false));
        values.add(new Value("encoded dots", "%2e%2e", false));
        values.add(new Value("semicolon", "1;§=2", false));
        values.add(new Value("backslash", "..%5c..%5c§", false));
        values.add(new Value("brackets", "{§}[0]|^`\"<>", false));
        values.add(new Value("blank", "%20", false));
        values.add(new Value("minus one", "-1", false));
        values.add(new Value("beyond int", "2147483648", false));
        values.add(new Value("beyond long", "9223372036854775808", false));
        values.add(new Value("1e999999999", "1e999999999", false));
        values.add(new Value("NaN", "NaN", false));
        values.add(new Value("three hundred digits", "9".repeat(300), false));
        values.add(new Value("far date", "%2B999999999-12-31", false));
        values.add(new Value("early date", "-999999999-01-01", false));
        values.add(new Value("date beyond PostgreSQL", "%2B9999999-01-01", false));
        values.add(new Value("no date", "2026-99-99", false));
        values.add(new Value("a day that is none", "2025-02-30", false));
        values.add(new Value("zero width and turned", "%E2%80%8B%E2%80%AE%EF%BB%BF§", false));
        values.add(new Value("decomposed", "e%CC%A3%CC%82§", false));
        values.add(new Value("plus and blanks", "+%20+§", false));
        values.add(new Value("encoded twice", "%252e%252e%252f§", false));
        values.add(new Value("far month", "999999999-12", false));
        values.add(new Value("far year", "9999", false));
        values.add(new Value("no period", "2026-Q9", false));
        values.add(new Value("short UUID", "1-1-1-1-1", false));
        values.add(new Value("expression", ".*(a+)+$§", false));
        values.add(new Value("wildcards", "%25%25%25_%5c", false));
        values.add(new Value("tree path", "*.§.a%26b!*@", false));
        return values;
    }

    /// What a cursor says that was not handed out: the keys of one to five columns, one of them hostile.
    static List<Value> cursors() {
        return CURSORS;
    }

    private static List<Value> makeCursors() {
        List<Value> values = new ArrayList<>();
        values.add(new Value("cursor that is none", "§", false));
        values.add(new Value("cursor of bad letters", "!!!!", false));
        values.add(new Value("cursor of no UTF-8", base64(new byte[] {(byte) 0xff, (byte) 0xfe, 0x1f}), false));
        List<String> keys = List.of(
                "\u0000",
                "'; drop table unit; --",
                "1e999999999",
                "9223372036854775807",
                "-1",
                "+999999999-12-31",
                "9999999-01-01",
                "9999-12-31",
                "2026-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "00000000-0000-4000-8000-00000000dead",
                "",
                "null",
                "x".repeat(1_500));
        for (String key : keys) {
            for (int columns = 1; columns <= 5; columns++) {
                values.add(new Value(
                        "cursor of " + columns + " times " + key,
                        base64(String.join("\u001f", java.util.Collections.nCopies(columns, key))
                                .getBytes(StandardCharsets.UTF_8)),
                        false));
            }
        }
        return values;
    }

    /// Values of a header; no byte 0, carriage return or line feed, which end a request before it begins.
    static List<Value> inHeader(String name) {
        List<Value> values = new ArrayList<>();
        for (String text : ODD_TEXTS) {
            values.add(new Value("text " + text, utf8(text), false));
        }
        values.add(new Value("bad UTF-8", "§\u00c3(\u00ff", false));
        values.add(new Value("300 characters", "§" + "x".repeat(300), false));
        values.add(new Value("3,000 characters", "§" + "x,".repeat(1_500), false));
        values.add(new Value("commas", ",,,;;;===", false));
        values.add(new Value("a quote", "\"", false));
        values.add(new Value("blank", " ", false));
        values.add(new Value("star", "*", false));
        values.add(new Value("beyond long", "\"99999999999999999999\"", false));
        values.add(new Value("negative", "-1", false));
        values.addAll(
                switch (name) {
                    case "Accept" ->
                        named("*/*;q=foo", "///", "a/b;q=1e999", "application/json;q=-1;;", "*", "text/*;=;q", "/;/");
                    case "Accept-Language" ->
                        named("vi;q=foo", "-", "x-x-x-x-x", "en;q=1e999", "zz-ZZZZZZZZZZZZZ", "*;q=*", "--", "_");
                    case "Range" -> named("bytes=9-1", "bytes=-", "bytes=0-99999999999999999999", "x=1");
                    default -> List.of();
                });
        return values;
    }

    private static List<Value> named(String... raw) {
        return java.util.Arrays.stream(raw)
                .map(value -> new Value(value, value, false))
                .toList();
    }

    /// Letters that no compression makes short: a text that fits no row of an index.
    private static String unsqueezable(int length) {
        java.util.Random random = new java.util.Random(57);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Every byte of the UTF-8 as one character.
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replace(new String(MARK.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), MARK);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (char c : utf8(text).toCharArray()) {
            boolean plain = Character.toString(c).equals(MARK)
                    || c < 128 && Character.isLetterOrDigit(c)
                    || "-._~".indexOf(c) >= 0;
            encoded.append(plain ? Character.toString(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
