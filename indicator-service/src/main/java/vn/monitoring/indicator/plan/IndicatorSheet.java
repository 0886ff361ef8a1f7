package vn.monitoring.indicator.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.sheet.Column;
import vn.monitoring.kit.sheet.SheetException;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableReader;
import vn.monitoring.kit.sheet.Workbook;

/// The sheet "Chỉ tiêu" of a plan's workbook, or the only one with such a table: which columns it may have, by the
/// header texts that offices use.
final class IndicatorSheet {

    static final String NAME = "Chỉ tiêu";
    static final String TITLE = "title";
    static final String UNIT = "unit";
    static final String LEAD = "lead";
    static final String DIRECTOR = "director";
    static final String CHAIR = "chair";
    static final String OUTPUT = "output";
    static final String TARGET = "target";

    private static final List<Column> COLUMNS = List.of(
            Column.number("number", "Stt", "TT", "Số TT", "Số thứ tự"),
            Column.title(
                    TITLE,
                    "Chỉ tiêu",
                    "Chỉ tiêu cụ thể",
                    "Tên chỉ tiêu",
                    "Nội dung chỉ tiêu",
                    "Các chỉ tiêu",
                    "Danh mục chỉ tiêu",
                    "Mục tiêu, chỉ tiêu"),
            Column.text(UNIT, "Đơn vị tính", "ĐVT", "Đơn vị đo").orExactly("Đơn vị"),
            Column.text(
                    LEAD,
                    "Cơ quan chủ trì",
                    "Đơn vị chủ trì",
                    "Cơ quan, đơn vị chủ trì",
                    "Chủ trì",
                    "Cơ quan thực hiện",
                    "Đơn vị thực hiện",
                    "Cơ quan phụ trách",
                    "Đơn vị phụ trách",
                    "Đầu mối",
                    "Bộ phận phụ trách"),
            Column.position(DIRECTOR, "Người chỉ đạo", "Chủ trì chỉ đạo", "Chỉ đạo", "Lãnh đạo chỉ đạo"),
            Column.position(CHAIR, "Người chủ trì", "Người phụ trách"),
            Column.text(OUTPUT, "Sản phẩm", "Sản phẩm đầu ra", "Kết quả"),
            Column.perYear(TARGET, "Mục tiêu", "Giá trị mục tiêu", "Chỉ tiêu kế hoạch", "Kế hoạch"));

    private IndicatorSheet() {}

    /// Reads the uploaded file.
    ///
    /// @throws Problem NOT_A_WORKBOOK, WORKBOOK_TOO_LARGE, SHEET_MISSING, HEADER_MISSING, TABLE_EMPTY
    static Table read(Path file, String fileName) {
        try (InputStream content = Files.newInputStream(file)) {
            TableReader reader = new TableReader(COLUMNS);
            return reader.read(Workbook.read(content, fileName).sheet(NAME, reader));
        } catch (SheetException e) {
            throw problem(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(SheetException fault) {
        PlanProblem type = switch (fault.fault()) {
            case NOT_A_WORKBOOK -> PlanProblem.NOT_A_WORKBOOK;
            case WORKBOOK_TOO_LARGE -> PlanProblem.WORKBOOK_TOO_LARGE;
            case SHEET_MISSING -> PlanProblem.SHEET_MISSING;
            case HEADER_MISSING -> PlanProblem.HEADER_MISSING;
            case TABLE_EMPTY -> PlanProblem.TABLE_EMPTY;
        };
        Problem problem = new Problem(type, fault.detail());
        return fault.place().isEmpty() ? problem : problem.violation("file", fault.place(), fault.detail());
    }
}
