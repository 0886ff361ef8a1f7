package vn.monitoring.report.content;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.OfficialDocument.Annex;
import vn.monitoring.report.regime.Section;

/// Makes the body of a report's document: the sections in the words that stand in them now, with the tables and charts
/// of
/// the frozen figures. The same input gives the same blocks.
public final class ReportBody {

    private static final String DASH = "- ";

    private ReportBody() {}

    /// A section as it reads now.
    ///
    /// @param text paragraphs a line; lines that begin with `- ` are the items of a list
    public record Part(String title, Section.Content content, String text) {}

    /// The parts in their order. Figures stand after the words of their section, even where a person left no words.
    public static List<Block> blocks(List<Part> parts, Material material) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : parts) {
            blocks.add(new Block.Heading(1, part.title()));
            blocks.addAll(prose(part.text()));
            blocks.addAll(
                    switch (part.content()) {
                        case INDICATORS -> IndicatorTables.summary(material);
                        case TASKS -> TaskTables.summary(material);
                        case DIFFICULTIES, PROPOSALS, NEXT_PERIOD, WARNINGS, FREE -> List.of();
                    });
        }
        return List.copyOf(blocks);
    }

    /// The full tables of the indicators and of the tasks; one that would be empty is left out.
    public static List<Annex> annexes(Material material) {
        List<Annex> annexes = new ArrayList<>();
        if (!material.indicators().isEmpty()) {
            annexes.add(new Annex(
                    "Kết quả thực hiện các chỉ tiêu đến ngày "
                            + Vietnamese.day(material.window().cutOff()),
                    List.of(IndicatorTables.full(material))));
        }
        if (!material.tasks().isEmpty()) {
            annexes.add(new Annex(
                    "Kết quả thực hiện các nhiệm vụ đến ngày "
                            + Vietnamese.day(material.window().cutOff()),
                    List.of(TaskTables.full(material))));
        }
        return List.copyOf(annexes);
    }

    /// The words of a person or of a draft, as paragraphs and lists.
    static List<Block> prose(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith(DASH)) {
                items.add(line.substring(DASH.length()).strip());
                continue;
            }
            if (!items.isEmpty()) {
                blocks.add(new Block.Items(List.copyOf(items)));
                items.clear();
            }
            if (!line.isEmpty()) {
                blocks.add(new Block.Paragraph(line));
            }
        }
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(List.copyOf(items)));
        }
        return blocks;
    }
}
