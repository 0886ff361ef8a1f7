package vn.monitoring.kit.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Languages;
import vn.monitoring.kit.web.StreamedBody;

/// Answers with a table as a file to be saved, streamed while it is read, see [StreamedBody].
public final class TableAnswer {

    private TableAnswer() {}

    /// Where the rows come from; runs after the resource method has returned, in no transaction of its
    /// own.
    @FunctionalInterface
    public interface Rows {
        void writeTo(TableWriter table) throws IOException;
    }

    /// @param fileName without extension, in ASCII
    /// @param title the sheet's name, see [TableFormat#open]
    /// @param headers of the request, for the language of the headings
    public static Response of(
            TableFormat format,
            String fileName,
            Text title,
            List<TableColumn> columns,
            HttpHeaders headers,
            Rows rows) {
        Locale language = Languages.of(headers);
        StreamingOutput body = StreamedBody.of(out -> {
            TableWriter table = format.open(out, title.in(language), columns, language);
            rows.writeTo(table);
            table.finish();
        });
        String type = format == TableFormat.CSV ? format.mediaType() + ";charset=UTF-8" : format.mediaType();
        return Response.ok(body, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(fileName, format.extension()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }
}
