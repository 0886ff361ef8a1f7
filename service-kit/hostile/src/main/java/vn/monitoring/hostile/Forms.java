package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Hostile forms with files, and hostile rows of batches.
public final class Forms {

    public static final String TYPE = "multipart/form-data; boundary=----hostile";

    private static final String PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    /// Serves for indicators and for tasks.
    private static final String TABLE = Values.utf8(
            "Stt,Chỉ tiêu,Đơn vị tính,Năm 2026,Tên nhiệm vụ,Người chỉ đạo,Chủ trì,Đơn vị phối hợp,Sản phẩm,Thời gian thực hiện\n"
                    + "1,Tỷ lệ hồ sơ trực tuyến,%,≥ 70%,Tập huấn kỹ năng số,Chủ tịch UBND,Văn phòng HĐND và UBND,,Báo cáo,Quý III/2026\n");

    private Forms() {}

    /// The form that a decent client sends: files that are what their names say, other parts by their schemas.
    ///
    /// @param path by which an import is known, whose file is a table
    static String usual(Contract contract, JsonNode form, String path) {
        boolean table = path.contains("import");
        StringBuilder parts = new StringBuilder();
        contract.resolve(form).path("properties").properties().forEach(part -> {
            JsonNode schema = contract.resolve(part.getValue());
            boolean file = schema.path("format").asText().equals("binary");
            if (file) {
                parts.append(part(part.getKey(), table ? "bang.csv" : "van-ban.pdf", table ? TABLE : PDF));
            } else {
                JsonNode value = contract.usual(part.getKey(), schema);
                parts.append(
                        part(part.getKey(), null, Values.utf8(value.isTextual() ? value.asText() : value.toString())));
            }
        });
        return form(parts.toString());
    }

    static Map<String, String> hostile() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("form: empty", "");
        forms.put("form: no end", part("file", "a.pdf", "%PDF-1.7"));
        forms.put("form: no boundary", "hello");
        forms.put("form: no file", form(part("other", null, "§")));
        forms.put("form: text for a file", form(part("file", null, "§")));
        forms.put("form: no name of the file", form(part("file", "", "§")));
        forms.put("form: name with a path", form(part("file", "../../../etc/§.sh", "#!/bin/sh")));
        forms.put("form: name with a quote", form(part("file", "§\\\"; x=\\\"y.exe", "MZ")));
        forms.put("form: name with NUL", form(part("file", "§.pdf%00.exe", "MZ")));
        forms.put("form: name of no UTF-8", form(part("file", "§\u00ff\u00fe.txt", "x")));
        forms.put("form: content is no .xlsx", form(part("file", "§.xlsx", "PK\u0003\u0004 and no more")));
        forms.put("form: content is no .pdf", form(part("file", "§.pdf", "MZ")));
        forms.put("form: 2,000 parts", form(part("p", null, "x").repeat(2_000)));
        forms.put(
                "form: long header of a part",
                form("------hostile\r\nContent-Disposition: form-data; name=\"" + "n".repeat(30_000)
                        + "\"\r\n\r\nx\r\n"));
        forms.put("form: headers of a part are none", form("------hostile\r\n::::\r\n\r\nx\r\n"));
        forms.put(
                "form: plan of 100,000 levels",
                form(part("plan", null, "[".repeat(100_000)) + part("file", "a.csv", "x")));
        forms.put(
                "form: plan with NUL",
                form(part("plan", null, "{\"number\":\"§\\u0000\"}") + part("file", "§.csv", "a,b\r\n\u0000,1")));
        forms.put("form: CSV of NUL", form(part("file", "§.csv", "\u0000".repeat(5_000))));
        forms.put("form: CSV of one line", form(part("file", "§.csv", ",".repeat(500_000))));
        forms.put("form: CSV of bad UTF-8", form(part("file", "§.csv", "Stt,T\u00ean\r\n1,\u00ff\u00fe")));
        return forms;
    }

    static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("empty", "");
        rows.put("NUL", "\u0000\u0000");
        rows.put("bad UTF-8", "code,name\r\n1,\u00c3(\u00ff");
        rows.put("JSON with NUL", "{\"indicatorId\":\"\\u0000\",\"code\":\"\\u0000\",\"note\":\"§\\u0000\"}\n");
        rows.put("lone surrogate", "{\"indicatorId\":\"§\\ud800\"}\n");
        rows.put(
                "huge numbers",
                "{\"indicatorId\":1e999999999,\"value\":1e999999999,\"period\":" + "9".repeat(10_000) + "}\n");
        rows.put("deep", "[".repeat(100_000));
        rows.put("deep in a field", "{\"value\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        rows.put("a field twice", "{\"value\":1,\"value\":2}");
        rows.put("an open quote", "code,name\r\n1,\"never ends".repeat(100));
        rows.put("one wide line", ",".repeat(300_000) + "\r\n" + ",".repeat(300_000));
        rows.put("a long heading", "h".repeat(300_000) + "\r\n1");
        rows.put(
                "CSV with NUL", "code,parent_code,type,name,valid_from\r\n§\u0000,31,COMMUNE_XA,\u0000,2026-01-01\r\n");
        rows.put(
                "CSV of oddities",
                "code,parent_code,type,name,agency_type,block,aliases,agency_identifier,valid_from,valid_to,indicator_id,period,value,as_of\r\n"
                        + "§' or 1=1,31,${7*7},=cmd|'/C calc'!A0,{{7}},\\,|||,%,+999999999-12-31,9999999-01-01,-,999999999-12,1e999999999,0000-00-00\r\n");
        return rows;
    }

    private static String form(String parts) {
        return parts + "------hostile--\r\n";
    }

    private static String part(String name, @org.jspecify.annotations.Nullable String fileName, String content) {
        return "------hostile\r\nContent-Disposition: form-data; name=\"" + name + '"'
                + (fileName == null ? "" : "; filename=\"" + fileName + '"') + "\r\n"
                + (fileName == null
                        ? "Content-Type: application/json\r\n"
                        : "Content-Type: application/octet-stream\r\n")
                + "\r\n" + content + "\r\n";
    }
}
