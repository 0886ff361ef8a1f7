package vn.monitoring.report.document;

import java.util.Locale;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// The style sheet of a document's pages.
final class PdfStyleSheet {

    private static final String PAGES = """
            @page { size: 210mm 297mm; margin: %1$dmm %4$dmm %2$dmm %3$dmm;
                @top-center { content: counter(page); font: 13pt 'Liberation Serif'; }
                @top-left { content: '%5$s'; font: bold 11pt 'Liberation Serif'; } }
            @page :first { @top-center { content: ''; } @top-left { content: ''; } }
            @page across { size: 297mm 210mm; margin: %1$dmm %2$dmm %4$dmm %2$dmm;
                @top-center { content: counter(page); font: 13pt 'Liberation Serif'; }
                @top-left { content: '%5$s'; font: bold 11pt 'Liberation Serif'; } }
            """;

    private static final String SIZES = """
            body { font-family: 'Liberation Serif'; font-size: %1$dpt; line-height: %2$.2f; margin: 0; color: #000; }
            .republic { font-size: %3$.1fpt; font-weight: bold; }
            .superior { font-size: %4$.1fpt; }
            .authority { font-size: %4$.1fpt; font-weight: bold; }
            .motto { font-size: %5$dpt; font-weight: bold; }
            .party { font-size: 15pt; font-weight: bold; }
            .kind { font-size: %6$dpt; }
            .to { font-size: %7$dpt; }
            .recipient { font-size: %8$dpt; line-height: 1.15; }
            .across { page: across; width: %9$dmm; }
            """;

    private static final String COMMON = """
            h1, h2, h3, h4 { font-size: 1em; font-weight: bold; margin: 0; }
            .draft { border: 1pt solid #000; font-weight: bold; width: 28mm; text-align: center; margin: 0 0 3mm 0; }
            table { border-collapse: collapse; width: 100%; }
            table.head { margin: 0 0 7mm 0; table-layout: fixed; }
            table.head td { vertical-align: top; text-align: center; padding: 0; line-height: 1.2; }
            td.issuer { width: 41%; } td.state { width: 59%; }
            td.number { padding-top: 2mm !important; font-size: 13pt; }
            td.day { padding-top: 2mm !important; font-size: 13.5pt; font-style: italic; }
            .rule { border-top: 0.7pt solid #000; margin: 1mm auto 0 auto; height: 0; font-size: 1pt; line-height: 1; }
            .third { width: 33%; }
            .ruled { display: inline-block; border-bottom: 0.7pt solid #000; padding-bottom: 0.5mm; }
            .star { font-size: 14pt; } .dashes { text-align: center; margin-bottom: 4mm; }
            h1.kind { text-align: center; margin-top: 3mm; }
            .subject { text-align: center; font-weight: bold; margin: 0 8mm; }
            body > .rule { margin-bottom: 5mm; width: 24%; margin-top: 2mm; }
            .heading { text-align: justify; text-indent: 10mm; margin: 3mm 0 2mm 0; page-break-after: avoid; }
            p.text { text-align: justify; text-indent: 10mm; margin: 0 0 2.1mm 0; orphans: 2; widows: 2; }
            .caption { text-align: center; font-weight: bold; font-size: 13pt; margin: 3mm 0 2mm 0; page-break-after: avoid;
                -fs-page-break-min-height: 50mm; }
            table.data { -fs-table-paginate: paginate; font-size: 12pt; line-height: 1.15; margin: 0 0 4mm 0; }
            table.data th, table.data td { border: 0.5pt solid #000; padding: 0.8mm 1.2mm; vertical-align: middle; }
            table.data th { text-align: center; font-weight: bold; }
            table.data tr { page-break-inside: avoid; }
            td.l { text-align: left; } td.c { text-align: center; } td.r { text-align: right; }
            .chart { page-break-inside: avoid; margin: 2mm 0 4mm 0; }
            table.bars { font-size: 12pt; line-height: 1.1; table-layout: fixed; }
            table.bars td { padding: 0; vertical-align: middle; }
            table.bars td.name { width: 34%; text-align: right; padding: 1mm 2mm 1mm 0; }
            table.bars td.lane { border-left: 0.7pt solid #000; padding: 0.7mm 0; }
            table.bar { table-layout: auto; width: 100%; font-size: 8.5pt; line-height: 1.05; }
            table.bar td.now { background-color: #4a4a4a; }
            table.bar td.before { background-color: #dcdcdc; border: 0.4pt solid #4a4a4a; }
            table.bar td.value { padding-left: 1.2mm; font-size: 10.5pt; }
            .legend { font-size: 11pt; text-align: center; margin-top: 1.5mm; }
            .key { display: inline-block; width: 6mm; font-size: 8pt; line-height: 1; }
            .key.now { background-color: #4a4a4a; } .key.before { background-color: #dcdcdc; border: 0.4pt solid #4a4a4a; }
            table.end { margin-top: 6mm; page-break-inside: avoid; table-layout: fixed; }
            table.end td { vertical-align: top; padding: 0; }
            td.recipients { width: 48%; } td.signing { width: 52%; text-align: center; }
            .bold { font-weight: bold; } .signed { font-style: italic; font-size: 12pt; padding: 9mm 0; }
            table.check { margin-top: 4mm; page-break-inside: avoid; }
            td.code { width: 26mm; padding: 0; } td.address { vertical-align: middle; padding: 0 0 0 2mm; }
            .qr { position: relative; width: 24mm; height: 24mm; } .qr div { position: absolute; background-color: #000; }
            .words { font-size: 9pt; line-height: 1.15; }
            .annex { page-break-before: always; }
            .belongs { text-align: center; font-style: italic; margin-bottom: 4mm; }
            """;

    private static final String GOVERNMENT = ".to { font-weight: bold; font-style: italic; }";
    private static final String PARTY = ".to { text-decoration: underline; } td.state { text-align: center; }";

    private PdfStyleSheet() {}

    static String of(OfficialDocument document, PageStyle style) {
        return String.format(
                        Locale.ROOT,
                        PAGES,
                        style.top(),
                        style.bottom(),
                        style.left(),
                        style.right(),
                        document.isDraft() ? Frame.DRAFT : "")
                + String.format(
                        Locale.ROOT,
                        SIZES,
                        style.text(),
                        style.lineHeight(),
                        style.state(),
                        style.authority(),
                        style.motto(),
                        style.kind(),
                        style.recipientsHeading(),
                        style.recipients(),
                        style.widthAcross())
                + COMMON
                + (document.layout() == Layout.PARTY ? PARTY : GOVERNMENT);
    }
}
