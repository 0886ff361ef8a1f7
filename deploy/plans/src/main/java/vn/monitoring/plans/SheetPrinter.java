package vn.monitoring.plans;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.monitoring.plans.PrintedLine.Kind;

/// Lays the facts of one table out as its plan prints them, with the oddities that `print.csv` holds: a cell's text as
/// printed (`⏎` a line break, `⇟` a page break inside the cell), and lines before or after a row (`[header]`,
/// `[header split]`, `[header bold]`, `[group] …`, or a stray text).
final class SheetPrinter {

    private static final String PAGE_BREAK = "⇟";
    private static final String LINE_BREAK = "⏎";

    private final SheetLayout layout;
    private final List<Map<String, String>> oddities;
    private final List<PrintedLine> lines = new ArrayList<>();

    SheetPrinter(SheetLayout layout, List<Map<String, String>> oddities) {
        this.layout = layout;
        this.oddities = oddities;
    }

    List<PrintedLine> print(List<Map<String, String>> facts) {
        layout.titles().forEach(title -> lines.add(new PrintedLine(title.isEmpty() ? Kind.BLANK : Kind.TITLE, title)));
        header("[header]");
        var group = "";
        for (var fact : facts) {
            var code = value(fact, "code");
            odd(code, "before").forEach(this::aside);
            if (!value(fact, "group").equals(group)) {
                group = value(fact, "group");
                group(code, group);
            }
            row(fact, code);
            odd(code, "after").forEach(this::aside);
        }
        return List.copyOf(lines);
    }

    private void aside(String text) {
        if (text.startsWith("[header")) {
            header(text);
        } else if (text.startsWith("[group] ")) {
            lines.add(across(Kind.GROUP_ACROSS, text.substring("[group] ".length())));
        } else {
            lines.add(across(Kind.STRAY, text));
        }
    }

    private void header(String form) {
        var texts = layout.columns().stream().map(PrintedColumn::header).toList();
        switch (form) {
            case "[header]" -> lines.add(new PrintedLine(Kind.HEADER, texts));
            case "[header bold]" ->
                lines.add(new PrintedLine(
                        Kind.HEADER,
                        texts.stream().map(text -> "<b>" + text + "</b>").toList()));
            case "[header split]" -> {
                lines.add(new PrintedLine(
                        Kind.HEADER,
                        texts.stream().map(text -> text.split(" ", 2)[0]).toList()));
                lines.add(new PrintedLine(Kind.BLANK, List.of()));
                lines.add(new PrintedLine(
                        Kind.HEADER,
                        texts.stream()
                                .map(text -> text.contains(" ") ? text.split(" ", 2)[1] : "")
                                .toList()));
            }
            default -> throw new IllegalArgumentException(form);
        }
    }

    private void group(String code, String label) {
        if (layout.groups() == SheetLayout.Groups.ACROSS || !label.matches("\\p{Lu}+\\. .*")) {
            lines.add(across(Kind.GROUP_ACROSS, label));
            return;
        }
        var cells = blank();
        var number = label.substring(0, label.indexOf('.'));
        cells.set(0, odd(code, "group-number").stream().findFirst().orElse(number));
        cells.set(1, label.substring(label.indexOf('.') + 2));
        lines.add(new PrintedLine(Kind.GROUP, cells));
    }

    private void row(Map<String, String> fact, String code) {
        var texts = layout.columns().stream()
                .map(column -> odd(code, column.key()).stream()
                        .findFirst()
                        .orElseGet(
                                () -> column.key().equals("number") ? printedNumber(fact) : value(fact, column.key())))
                .map(text -> List.of(text.split(PAGE_BREAK, -1)))
                .toList();
        var pages = texts.stream().mapToInt(List::size).max().orElseThrow();
        for (var page = 0; page < pages; page++) {
            if (page > 0 && layout.headerAfterBreak()) {
                header("[header]");
            }
            var current = page;
            lines.add(new PrintedLine(
                    Kind.ROW,
                    texts.stream()
                            .map(parts -> current < parts.size() ? parts.get(current) : "")
                            .map(text -> text.replace(LINE_BREAK, "\n"))
                            .toList()));
        }
    }

    /// The number as it stands in its own cell: `13` of `E.13`, `đ` of `18.đ`.
    private static String printedNumber(Map<String, String> fact) {
        var number = value(fact, "number");
        return number.substring(number.lastIndexOf('.') + 1);
    }

    private PrintedLine across(Kind kind, String text) {
        var cells = blank();
        cells.set(0, text);
        return new PrintedLine(kind, cells);
    }

    private List<String> blank() {
        return new ArrayList<>(Collections.nCopies(layout.columns().size(), ""));
    }

    private List<String> odd(String code, String at) {
        return oddities.stream()
                .filter(odd ->
                        value(odd, "code").equals(code) && value(odd, "at").equals(at))
                .map(odd -> value(odd, "text"))
                .collect(Collectors.toList());
    }

    private static String value(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), column);
    }
}
