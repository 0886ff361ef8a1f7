package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bodies that are as a whole not what they should be: the content, its media type, its framing.
final class Bodies {

    /// Media types with which JSON is sent that is none of theirs.
    static final List<String> TYPES = List.of(
            "application/json;charset=UTF-16",
            "application/json;charset=klingon",
            "application/json;charset=\"x\u0001\"",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data;boundary=x",
            "application/octet-stream",
            "*/*",
            "json",
            "/",
            ";;;",
            "application/json, text/html",
            "application/" + "x".repeat(3_000));

    static final String ARRAYS = "[".repeat(100_000);
    private static final String CLOSED_ARRAYS = ARRAYS + "]".repeat(100_000);
    private static final String OBJECTS = "{\"a\":".repeat(100_000);
    private static final String UNKNOWN_FIELDS = "{" + "\"a\":1,".repeat(100_000);
    private static final String LONG_NAME = "{\"" + "n".repeat(200_000) + "\":1,";

    private Bodies() {}

    /// What no operation may take for JSON.
    static Map<String, String> refused(JsonNode usual, String json) {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("cut off", json.substring(0, Math.max(1, json.length() - 1)));
        refused.put("no JSON", "hello");
        refused.put("only a brace", "{");
        refused.put("100,000 levels", ARRAYS);
        refused.put("100,000 levels, closed", CLOSED_ARRAYS);
        refused.put("100,000 objects", OBJECTS);
        refused.put("more behind", json + " {}");
        refused.put("NUL behind", json + "\u0000");
        refused.put(
                "UTF-16",
                new String(usual.toString().getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1) + "\u0000");
        refused.put("a text", "\"§\"");
        refused.put("an array", "[1,2]");
        refused.put("a number", "1e999999999");
        refused.put("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
        if (usual instanceof ObjectNode object && !object.isEmpty()) {
            Map.Entry<String, JsonNode> first = object.properties().iterator().next();
            String rest = json.substring(1);
            refused.put(
                    "a field twice",
                    "{\"" + first.getKey() + "\":"
                            + Values.utf8(first.getValue().toString()) + "," + rest);
            refused.put("an unknown field", "{\"__proto__\":{\"admin\":true}," + rest);
            refused.put("an unknown field with NUL", "{\"a\\u0000\":1," + rest);
            refused.put("100,000 unknown fields", UNKNOWN_FIELDS + rest);
            refused.put("a name of 200,000 characters", LONG_NAME + rest);
            refused.put("levels in an unknown field", "{\"deep\":" + CLOSED_ARRAYS + "," + rest);
        }
        return refused;
    }

    /// The end of a head and a body that do not fit each other; all but the last of them must be refused.
    static Map<String, String> framings(String json) {
        String chunked = "Transfer-Encoding: chunked\r\n\r\n";
        Map<String, String> framings = new LinkedHashMap<>();
        framings.put("chunks that are none", chunked + "zz\r\n" + json + "\r\n0\r\n\r\n");
        framings.put("a negative chunk", chunked + "-1\r\n" + json + "\r\n0\r\n\r\n");
        framings.put("an enormous chunk", chunked + "ffffffffffffffff\r\n" + json + "\r\n0\r\n\r\n");
        framings.put("a length that is none", "Content-Length: abc\r\n\r\n" + json);
        framings.put("a negative length", "Content-Length: -5\r\n\r\n" + json);
        framings.put("two lengths", "Content-Length: 3\r\nContent-Length: 5\r\n\r\n" + json);
        framings.put("too short a length", "Content-Length: 1\r\nConnection: close\r\n\r\n" + json);
        framings.put("an enormous length", "Content-Length: 99999999999\r\n\r\n" + json);
        framings.put("40 MB", "Content-Length: 41943040\r\n\r\n" + json);
        framings.put("length and chunks", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        return framings;
    }
}
