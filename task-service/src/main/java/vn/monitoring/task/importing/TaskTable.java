package vn.monitoring.task.importing;

import java.io.ByteArrayInputStream;
import java.util.List;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.sheet.Column;
import vn.monitoring.kit.sheet.SheetException;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableReader;
import vn.monitoring.kit.sheet.Workbook;
import vn.monitoring.task.TaskProblem;

/// The sheet "Nhiệm vụ" and the headers that its columns go by.
final class TaskTable {

    static final String SHEET = "Nhiệm vụ";
    static final String TITLE = "title";
    static final String WORK = "work";
    static final String DIRECTOR = "director";
    static final String CHAIR = "chair";
    static final String LEGAL_BASIS = "legalBasis";
    static final String LEAD = "lead";
    static final String COORDINATORS = "coordinators";
    static final String RESPONSIBILITY = "responsibility";
    static final String OUTPUT = "output";
    static final String CRITERIA = "criteria";
    static final String TIMING = "timing";

    private static final List<Column> COLUMNS = List.of(
            Column.number("number", "Stt", "TT", "Số TT", "Số thứ tự"),
            Column.title(TITLE, "Tên nhiệm vụ", "Nhiệm vụ", "Nội dung nhiệm vụ", "Nhiệm vụ, giải pháp"),
            Column.text(WORK, "Nội dung công việc", "Nội dung thực hiện"),
            Column.position(DIRECTOR, "Người chỉ đạo", "Chủ trì chỉ đạo", "Lãnh đạo chỉ đạo", "Lãnh đạo phụ trách"),
            Column.position(CHAIR, "Người chủ trì", "Chức danh chủ trì"),
            Column.text(LEGAL_BASIS, "Căn cứ", "Căn cứ pháp lý", "Cơ sở pháp lý"),
            Column.position(LEAD, "Cơ quan chủ trì", "Đơn vị chủ trì", "Cơ quan, đơn vị chủ trì", "Chủ trì")
                    .asRequired(),
            Column.text(COORDINATORS, "Đơn vị phối hợp", "Cơ quan phối hợp", "Cơ quan, đơn vị phối hợp", "Phối hợp"),
            Column.text(RESPONSIBILITY, "Trách nhiệm"),
            Column.text(OUTPUT, "Sản phẩm đầu ra", "Sản phẩm", "Kết quả đầu ra", "Kết quả, sản phẩm"),
            Column.text(CRITERIA, "Đánh giá", "Tiêu chí đánh giá"),
            Column.text(TIMING, "Thời gian thực hiện", "Thời gian hoàn thành", "Thời gian", "Thời hạn")
                    .asRequired());

    private TaskTable() {}

    /// @throws Problem 413, 415 or 422 for a file that cannot be read as a task table
    static Table read(byte[] content, String fileName) {
        try {
            return new TableReader(COLUMNS)
                    .read(Workbook.read(new ByteArrayInputStream(content), fileName)
                            .sheet(SHEET));
        } catch (SheetException e) {
            Problem problem = new Problem(type(e), e.detail());
            throw e.place().isEmpty() ? problem : problem.violation("file", e.place(), e.detail());
        }
    }

    private static TaskProblem type(SheetException e) {
        return switch (e.fault()) {
            case NOT_A_WORKBOOK -> TaskProblem.NOT_A_WORKBOOK;
            case WORKBOOK_TOO_LARGE -> TaskProblem.WORKBOOK_TOO_LARGE;
            case SHEET_MISSING -> TaskProblem.SHEET_MISSING;
            case HEADER_MISSING -> TaskProblem.HEADER_MISSING;
            case TABLE_EMPTY -> TaskProblem.TABLE_EMPTY;
        };
    }
}
