package vn.monitoring.kit.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.StrictJson;

/// The rows of a batch, read one after the other from a file: CSV (RFC 4180, UTF-8, a header line; `unit_code` and
/// `unitCode` are the same), a JSON array of objects, or JSON objects one after the other (NDJSON).
public final class BatchBody implements Closeable {

    public static final int MOST_ROWS = 100_000;

    private static final ObjectReader JSON = JsonMapper.builder(StrictJson.factory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);
    private static final ObjectReader CSV = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build()
            .readerFor(String[].class)
            .with(CsvSchema.emptySchema());

    private final MappingIterator<?> source;
    private final @Nullable List<String> header;
    private int count;

    private BatchBody(MappingIterator<?> source, @Nullable List<String> header) {
        this.source = source;
        this.header = header;
    }

    /// @param mediaType `text/csv`, or a JSON one
    /// @throws Problem BATCH_UNREADABLE, BATCH_EMPTY
    public static BatchBody open(Path file, String mediaType) {
        try {
            InputStream content = withoutByteOrderMark(file);
            if (!mediaType.startsWith("text/csv")) {
                return new BatchBody(JSON.readValues(content), null);
            }
            MappingIterator<String[]> lines = CSV.readValues(StrictJson.utf8(content));
            if (!lines.hasNextValue()) {
                throw empty();
            }
            return new BatchBody(
                    lines,
                    Arrays.stream(lines.nextValue()).map(BatchBody::fieldName).toList());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static InputStream withoutByteOrderMark(Path file) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        content.mark(3);
        if (content.read() != 0xEF || content.read() != 0xBB || content.read() != 0xBF) {
            content.reset();
        }
        return content;
    }

    /// `unit_code` is `unitCode`.
    private static String fieldName(String heading) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char c : heading.strip().toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? String.valueOf(c).toUpperCase(Locale.ROOT) : c);
                upper = false;
            }
        }
        return name.toString();
    }

    /// The next rows, at most so many; none at the end.
    ///
    /// @throws Problem BATCH_UNREADABLE, BATCH_TOO_LARGE beyond 100,000 rows, BATCH_EMPTY without any
    public List<BatchRow> next(int most) {
        List<BatchRow> rows = new ArrayList<>();
        try {
            while (rows.size() < most && source.hasNextValue()) {
                count++;
                if (count > MOST_ROWS) {
                    throw new Problem(
                            BatchProblem.BATCH_TOO_LARGE,
                            "Mỗi lần gửi tối đa 100.000 dòng; chưa có dòng nào được ghi. Hãy chia thành nhiều lần.",
                            "At most 100,000 rows a call; nothing was written. Send them in parts.");
                }
                rows.add(new BatchRow(count, fields(source.nextValue())));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (count == 0) {
            throw empty();
        }
        return rows;
    }

    private Map<String, String> fields(Object value) {
        Map<String, String> fields = new HashMap<>();
        if (value instanceof String[] cells && header != null) {
            for (int i = 0; i < header.size() && i < cells.length; i++) {
                put(fields, header.get(i), cells[i]);
            }
        } else if (value instanceof JsonNode row && row.isObject()) {
            row.properties()
                    .forEach(field -> put(
                            fields,
                            field.getKey(),
                            field.getValue().isNull() ? "" : field.getValue().asText()));
        } else {
            throw new Problem(
                            BatchProblem.BATCH_UNREADABLE,
                            "Mỗi dòng phải là một đối tượng JSON; dòng %d thì không.".formatted(count),
                            "Every row is a JSON object; row %d is not.".formatted(count))
                    .with("row", count);
        }
        if (!fields.values().stream().allMatch(StrictJson::isClean)) {
            throw new Problem(
                            BatchProblem.BATCH_UNREADABLE,
                            "Dòng %d có ký tự NUL hoặc ký tự hỏng; chưa có dòng nào được ghi.".formatted(count),
                            "Row %d has the character NUL or a broken character; nothing was written.".formatted(count))
                    .with("row", count);
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        String text = value.strip();
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    private static Problem empty() {
        return new Problem(
                BatchProblem.BATCH_EMPTY,
                "Không có dòng dữ liệu nào. Hãy kiểm tra tệp rồi gửi lại.",
                "There is no row of data. Check the file and send again.");
    }

    private static Problem unreadable(IOException failure) {
        if (!(failure instanceof JsonProcessingException
                || failure instanceof CharConversionException
                || failure instanceof CharacterCodingException)) {
            throw new UncheckedIOException(failure);
        }
        Problem problem = new Problem(
                BatchProblem.BATCH_UNREADABLE,
                "Nội dung không phải CSV (UTF-8, phân cách bằng dấu phẩy) hay JSON đúng cú pháp; chưa có dòng nào được ghi.",
                "The content is neither CSV (UTF-8, separated by commas) nor well-formed JSON; nothing was written.");
        if (failure instanceof JsonProcessingException json && json.getLocation() != null) {
            int line = json.getLocation().getLineNr();
            problem.violation(
                    "body", "line " + line, new Text("Sai cú pháp ở đây.", "The syntax is wrong around here."));
        }
        return problem;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
