package vn.monitoring.kit.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads CSV content (RFC 4180, UTF-8 with or without a byte order mark) separated by comma, semicolon or tab,
/// whichever makes columns of the first lines.
final class CsvReader {

    private static final int CHARACTERS_TO_JUDGE = 8_192;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final Workbook.Limits limits;

    CsvReader(Workbook.Limits limits) {
        this.limits = limits;
    }

    Sheet read(byte[] content, String name) {
        var text = decode(content);
        return new Sheet(name, parse(text, separator(text)));
    }

    private static String decode(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw Workbook.notAWorkbook(null);
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Workbook.notAWorkbook(e);
        }
    }

    /// The separator under which most of the first lines have the same number of cells, the more cells the better.
    private char separator(String text) {
        var start = text.substring(0, Math.min(text.length(), CHARACTERS_TO_JUDGE));
        var best = ',';
        var bestScore = 0L;
        for (var candidate : SEPARATORS) {
            var widths = parse(start, candidate).stream()
                    .map(List::size)
                    .filter(width -> width > 1)
                    .collect(Collectors.groupingBy(width -> width, Collectors.counting()));
            var score = widths.entrySet().stream()
                    .mapToLong(entry -> entry.getValue() * (entry.getKey() - 1))
                    .max()
                    .orElse(0);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private List<List<String>> parse(String text, char separator) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endCell(line, cell);
            } else if (c == '\n') {
                endCell(line, cell);
                endLine(lines, line);
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            endCell(line, cell);
            endLine(lines, line);
        }
        return lines;
    }

    private void endCell(List<String> line, StringBuilder cell) {
        if (cell.length() > limits.cellLength() || line.size() >= limits.columns()) {
            throw Workbook.tooLarge("%d × %d".formatted(limits.columns(), limits.cellLength()));
        }
        line.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine(List<List<String>> lines, List<String> line) {
        if (lines.size() >= limits.rows()) {
            throw Workbook.tooLarge("%d × %d".formatted(limits.rows(), limits.columns()));
        }
        lines.add(List.copyOf(line));
        line.clear();
    }
}
