package vn.monitoring.report.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Bar;
import vn.monitoring.report.document.Block.Chart;
import vn.monitoring.report.document.Block.Column;
import vn.monitoring.report.document.Block.Table;
import vn.monitoring.report.document.OfficialDocument.Annex;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// A document as a page of XHTML with a style sheet for print, from which the PDF is made.
final class PdfPages {

    private static final double QR_MILLIMETRES = 24;

    private final OfficialDocument document;
    private final @Nullable String checkAddress;
    private final Frame frame;
    private final PageStyle style;
    private final Html html = new Html();

    PdfPages(OfficialDocument document, @Nullable String checkAddress) {
        this.document = document;
        this.checkAddress = checkAddress;
        this.frame = Frame.of(document);
        this.style = PageStyle.of(document.layout());
    }

    String write() {
        html.open("html", "lang", "vi").open("head");
        html.open("title").text(document.kind() + " " + document.subject()).close("title");
        html.open("meta", "name", "subject", "content", document.notation().strip())
                .close("meta");
        html.open("meta", "name", "description", "content", document.subject()).close("meta");
        html.open("meta", "name", "author", "content", document.authority()).close("meta");
        html.style(PdfStyleSheet.of(document, style)).close("head").open("body");
        if (document.isDraft()) {
            html.line("div", "draft", Frame.DRAFT);
        }
        head();
        html.line("h1", "kind", document.kind()).line("div", "subject", document.subject());
        html.line("div", document.layout() == Layout.PARTY ? "dashes" : "rule third", party() ? "-----" : "");
        document.body().forEach(this::block);
        end();
        for (int i = 0; i < document.annexes().size(); i++) {
            annex(i, document.annexes().get(i));
        }
        return html.close("body").close("html").toString();
    }

    private boolean party() {
        return document.layout() == Layout.PARTY;
    }

    private void head() {
        html.open("table", "class", "head").open("tr").open("td", "class", "issuer");
        frame.superior().forEach(line -> html.line("div", "superior", line));
        frame.authority().forEach(line -> html.line("div", "authority", line));
        html.line("div", party() ? "star" : "rule third", party() ? "*" : "");
        html.close("td").open("td", "class", "state");
        html.open("div")
                .line("span", party() ? "party ruled" : "republic", frame.state())
                .close("div");
        if (frame.motto() != null) {
            html.open("div").line("span", "motto ruled", frame.motto()).close("div");
        }
        html.close("td").close("tr").open("tr");
        html.line("td", "number", frame.number()).line("td", "day", frame.placeAndDay());
        html.close("tr").close("table");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> html.line("h" + (heading.level() + 1), "heading", heading.text());
            case Block.Paragraph paragraph ->
                PlainText.paragraphs(paragraph.text()).forEach(line -> html.line("p", "text", line));
            case Block.Items items -> items.items().forEach(item -> html.line("p", "text", "- " + item));
            case Table table -> table(table);
            case Chart chart -> chart(Bars.of(chart));
        }
    }

    private void table(Table table) {
        if (table.caption() != null) {
            html.line("div", "caption", table.caption());
        }
        int all = table.columns().stream().mapToInt(Column::width).sum();
        html.open("table", "class", "data").open("thead").open("tr");
        for (Column column : table.columns()) {
            html.open("th", "style", percent(column.width() * 100.0 / all))
                    .text(column.title())
                    .close("th");
        }
        html.close("tr").close("thead").open("tbody");
        for (List<String> row : table.rows()) {
            html.open("tr");
            for (int i = 0; i < row.size(); i++) {
                html.line("td", alignment(table.columns().get(i).alignment()), row.get(i));
            }
            html.close("tr");
        }
        html.close("tbody").close("table");
    }

    /// Bars in two greys that differ in print: the value dark, the one before it light with an outline.
    private void chart(Bars bars) {
        Chart chart = bars.chart();
        html.open("div", "class", "chart").line("div", "caption", chart.caption());
        html.open("table", "class", "bars", "title", bars.description());
        for (Bar bar : chart.bars()) {
            html.open("tr").line("td", "name", bar.name()).open("td", "class", "lane");
            bar(bars, "now", bar.value());
            if (bar.previous() != null) {
                bar(bars, "before", bar.previous());
            }
            html.close("td").close("tr");
        }
        html.close("table").open("div", "class", "legend");
        if (bars.compares()) {
            html.line("span", "key now", "\u00a0").text(" " + Frame.NOW + "\u00a0\u00a0\u00a0\u00a0");
            html.line("span", "key before", "\u00a0").text(" " + Frame.BEFORE + "\u00a0\u00a0\u00a0\u00a0");
        }
        html.text("Đơn vị: " + chart.unit()).close("div").close("div");
    }

    private void bar(Bars bars, String kind, BigDecimal value) {
        double share = bars.length(value).doubleValue() * 0.84;
        html.open("table", "class", "bar").open("tr");
        if (share > 0) {
            html.open("td", "class", kind, "style", percent(share))
                    .text("\u00a0")
                    .close("td");
        }
        html.line("td", "value", bars.label(value)).close("tr").close("table");
    }

    private void end() {
        html.open("table", "class", "end").open("tr").open("td", "class", "recipients");
        html.open("div").line("span", "to", Frame.RECIPIENTS).close("div");
        frame.recipients().forEach(recipient -> html.line("div", "recipient", recipient));
        html.close("td").open("td", "class", "signing");
        if (document.signing().onBehalfOf() != null) {
            html.line("div", "bold", document.signing().onBehalfOf());
        }
        html.line("div", party() ? "position" : "bold", document.signing().position());
        html.line("div", "signed", document.isDraft() ? "\u00a0" : Frame.SIGNED);
        html.close("td").close("tr").close("table");
        if (checkAddress != null) {
            check(checkAddress);
        }
    }

    private void check(String address) {
        QrCode code = QrCode.of(address);
        double module = QR_MILLIMETRES / code.modules();
        html.open("table", "class", "check").open("tr").open("td", "class", "code");
        html.open("div", "class", "qr", "title", address);
        for (QrCode.Run run : code.runs()) {
            html.open(
                            "div",
                            "style",
                            String.format(
                                    Locale.ROOT,
                                    "left:%.3fmm;top:%.3fmm;width:%.3fmm;height:%.3fmm",
                                    run.x() * module,
                                    run.y() * module,
                                    run.length() * module,
                                    module * 1.02))
                    .close("div");
        }
        html.close("div").close("td").open("td", "class", "address");
        html.line("div", "words", Frame.CHECK).line("div", "words", address);
        html.close("td").close("tr").close("table");
    }

    private void annex(int index, Annex annex) {
        html.open("div", "class", PageStyle.isWide(annex) ? "annex across" : "annex");
        html.line("h1", "kind", Frame.annexNumber(index, document.annexes().size()));
        html.line("div", "subject", annex.title());
        html.line("div", "belongs", Frame.belongsTo(document));
        annex.blocks().forEach(this::block);
        html.close("div");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "width:%.2f%%", share);
    }

    private static String alignment(Alignment alignment) {
        return switch (alignment) {
            case LEFT -> "l";
            case CENTRE -> "c";
            case RIGHT -> "r";
        };
    }
}
