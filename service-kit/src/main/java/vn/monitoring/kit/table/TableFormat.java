package vn.monitoring.kit.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// The kinds of files that a table can leave as.
public enum TableFormat {
    CSV(TableFormat.CSV_TYPE, "csv"),
    XLSX(TableFormat.XLSX_TYPE, "xlsx");

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /// The format that a request asks for.
    ///
    /// @param format the parameter `format`, which goes before `Accept`: a link in a page cannot choose
    ///     its headers
    /// @throws Problem 400 for an unknown name, 406 when `Accept` takes neither
    public static TableFormat chosen(@Nullable String format, HttpHeaders headers) {
        if (format != null) {
            return named(format);
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            for (TableFormat candidate : values()) {
                if (accepted.isCompatible(MediaType.valueOf(candidate.mediaType))) {
                    return candidate;
                }
            }
        }
        throw new Problem(
                KitProblem.NOT_ACCEPTABLE,
                "Chỉ có text/csv và .xlsx. Hãy chọn bằng Accept hoặc ?format=csv, ?format=xlsx.",
                "There are only text/csv and .xlsx. Choose by Accept or by ?format=csv, ?format=xlsx.");
    }

    private static TableFormat named(String name) {
        for (TableFormat candidate : values()) {
            if (candidate.extension.equals(name)) {
                return candidate;
            }
        }
        throw new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Không có định dạng này. Hãy dùng format=csv hoặc format=xlsx.",
                        "There is no such format. Use format=csv or format=xlsx.")
                .violation("query", "format", new Text("csv hoặc xlsx", "csv or xlsx"));
    }

    /// Begins a file with its headings.
    ///
    /// @param title the name of the sheet, at most 25 characters without `\ / ? * [ ] :`
    public TableWriter open(OutputStream out, String title, List<TableColumn> columns, Locale language)
            throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(out, columns, language);
            case XLSX -> new XlsxTable(out, title, columns, language);
        };
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
