package vn.monitoring.plans;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableReader;
import vn.monitoring.kit.sheet.TableRow;
import vn.monitoring.kit.sheet.Workbook;
import vn.monitoring.kit.text.Markup;
import vn.monitoring.kit.text.Vietnamese;

class PlanWorkbooksTest {

    private static final Path FOLDER =
            Path.of(requireNonNull(System.getProperty("monitoring.root")), "deploy", "plans");

    private final Facts facts = new Facts(FOLDER.resolve("facts"));
    private final PlanWorkbooks workbooks = new PlanWorkbooks(FOLDER);

    @ParameterizedTest
    @EnumSource
    void committedWorkbookHoldsWhatTheFactsMake(SamplePlan plan) throws IOException {
        var made = Workbook.read(new ByteArrayInputStream(workbooks.make(plan)), "made.xlsx");
        assertThat(committed(plan).sheets()).isEqualTo(made.sheets());
    }

    @ParameterizedTest
    @EnumSource
    void makesTheSameBytesEachTime(SamplePlan plan) throws IOException {
        assertThat(Arrays.equals(workbooks.make(plan), workbooks.make(plan))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"KINH_MON,31,11", "DA_MAI,26,31", "THACH_KHOI,23,25", "PHU_THAI,31,9"})
    void readsEveryRow(SamplePlan plan, int indicators, int tasks) throws IOException {
        assertThat(indicators(plan).rows()).hasSize(indicators);
        assertThat(tasks(plan).rows()).hasSize(tasks);
    }

    @ParameterizedTest
    @EnumSource
    void readsIndicatorsBackAsTheFacts(SamplePlan plan) throws IOException {
        assertRows(indicators(plan), facts.read(plan, "indicators.csv"));
    }

    @ParameterizedTest
    @EnumSource
    void readsTasksBackAsTheFacts(SamplePlan plan) throws IOException {
        var rows = facts.read(plan, "tasks.csv");
        var table = tasks(plan);
        assertRows(table, rows);
        assertThat(table.rows())
                .extracting(PlanWorkbooksTest::kind)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("kind")).toList());
    }

    @ParameterizedTest
    @EnumSource
    void keepsTargetsAsPrinted(SamplePlan plan) throws IOException {
        var printed = facts.read(plan, "print.csv").stream()
                .map(odd -> odd.get("code") + odd.get("at"))
                .toList();
        var rows = facts.read(plan, "indicators.csv");
        var table = indicators(plan);
        for (var i = 0; i < rows.size(); i++) {
            for (var cell : table.rows().get(i).all("target")) {
                var key = cell.year().isPresent() ? "y" + cell.yearOrZero() : "no_year";
                if (!printed.contains(rows.get(i).get("code") + key)) {
                    assertThat(cell.raw()).isEqualTo(rows.get(i).get(key));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatTheReaderShouldFindAndNothingElse(SamplePlan plan) throws IOException {
        var expected = Facts.read(FOLDER.resolve("facts").resolve(plan.slug()).resolve("expected.csv")).stream()
                .filter(row -> "reader".equals(row.get("found_by")))
                .map(row -> row.get("code") + " " + row.get("place") + " " + row.get("verbatim"))
                .toList();
        assertThat(findings(plan).stream().map(f -> f.code() + " " + f.place() + " " + f.verbatim()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /// What an importer or a person should find stands in the workbook where it is expected.
    @ParameterizedTest
    @EnumSource
    void expectedPlacesHoldTheirWords(SamplePlan plan) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (var table : List.of(indicators(plan), tasks(plan))) {
            table.titleLines().forEach(cell -> texts.put(cell.place(), cell.raw()));
            table.headers().forEach(header -> texts.put(header.place(), header.text()));
            table.rows().forEach(row -> row.cells().forEach(cell -> texts.put(cell.place(), cell.raw())));
        }
        for (var row : Facts.read(FOLDER.resolve("facts").resolve(plan.slug()).resolve("expected.csv"))) {
            if (!"reader".equals(row.get("found_by"))) {
                assertThat(Vietnamese.clean(requireNonNull(texts.get(row.get("place")), row.toString())))
                        .as(row.toString())
                        .contains(requireNonNull(row.get("verbatim")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void usesEveryLineBelowTheHeader(SamplePlan plan) throws IOException {
        for (var table : List.of(indicators(plan), tasks(plan))) {
            var sheet = committed(plan).sheet(table.sheetName());
            var header = Integer.parseInt(table.headers().getFirst().place().replaceAll("\\D", ""));
            var filled = new ArrayList<Integer>();
            for (var line = header; line < sheet.lines().size(); line++) {
                if (!sheet.isBlank(line)) {
                    filled.add(line + 1);
                }
            }
            assertThat(table.uses().keySet()).containsExactlyInAnyOrderElementsOf(filled);
        }
    }

    @Test
    void holdsNoPersonsName() throws IOException {
        for (var plan : SamplePlan.values()) {
            for (var sheet : committed(plan).sheets()) {
                assertThat(sheet.lines().toString())
                        .doesNotContainPattern("(?:Đồng chí|Ông|Bà) \\p{Lu}\\p{Ll}+ \\p{Lu}")
                        .doesNotContain("Users");
            }
        }
    }

    private static void assertRows(Table table, List<Map<String, String>> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var fact = rows.get(i);
            var row = table.rows().get(i);
            assertThat(read(row)).as(fact.get("code")).isEqualTo(expected(fact, read(row)));
        }
        assertThat(table.rows()).hasSameSizeAs(rows);
    }

    /// A row as read, by the keys of the facts.
    private static Map<String, String> read(TableRow row) {
        var read = new LinkedHashMap<String, String>();
        read.put("number", row.kind() == TableRow.Kind.BULLET ? row.number() : row.qualifiedNumber());
        read.put("group", row.group());
        row.cells().stream()
                .filter(cell -> !cell.key().equals("number"))
                .forEach(cell -> read.put(
                        cell.key().equals("target")
                                ? cell.year().isPresent() ? "y" + cell.yearOrZero() : "no_year"
                                : cell.key(),
                        cell.text()));
        return read;
    }

    /// The fact in the columns that the table has, LaTeX as it reads.
    private static Map<String, String> expected(Map<String, String> fact, Map<String, String> read) {
        var expected = new LinkedHashMap<String, String>();
        read.keySet().forEach(key -> expected.put(key, Markup.latexToText(requireNonNull(fact.get(key), key))));
        return expected;
    }

    private static String kind(TableRow row) {
        return switch (row.kind()) {
            case ITEM, BULLET -> "TASK";
            case PARENT -> "PARENT";
            case SUB -> "SUBTASK";
            case ORPHAN -> "ORPHAN";
        };
    }

    private static List<Finding> findings(SamplePlan plan) throws IOException {
        var findings = new ArrayList<Finding>();
        for (var table : List.of(indicators(plan), tasks(plan))) {
            findings.addAll(table.findings());
            table.rows().forEach(row -> findings.addAll(row.findings()));
        }
        return findings;
    }

    private static Table indicators(SamplePlan plan) throws IOException {
        return new TableReader(Columns.INDICATORS).read(committed(plan).sheet("Chỉ tiêu"));
    }

    private static Table tasks(SamplePlan plan) throws IOException {
        return new TableReader(Columns.TASKS).read(committed(plan).sheet("Nhiệm vụ"));
    }

    private static Workbook committed(SamplePlan plan) throws IOException {
        try (var file = Files.newInputStream(PlanWorkbooks.file(FOLDER, plan))) {
            return Workbook.read(file, plan.slug() + ".xlsx");
        }
    }
}
