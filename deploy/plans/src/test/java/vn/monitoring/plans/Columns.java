package vn.monitoring.plans;

import java.util.List;
import vn.monitoring.kit.sheet.Column;

/// The columns that the four plans' tables have, by the keys of the facts.
final class Columns {

    static final List<Column> INDICATORS = List.of(
            Column.number("number", "Stt", "TT"),
            Column.title("title", "Chỉ tiêu", "Chỉ tiêu cụ thể"),
            Column.text("unit", "Đơn vị tính"),
            Column.perYear("target", "Mục tiêu"),
            Column.text("lead", "Cơ quan chủ trì", "Đơn vị chủ trì"),
            Column.position("director", "Người chỉ đạo"),
            Column.position("chair", "Người chủ trì"),
            Column.text("output", "Sản phẩm"));

    static final List<Column> TASKS = List.of(
            Column.number("number", "Stt", "TT"),
            Column.title("title", "Nhiệm vụ", "Tên nhiệm vụ", "Nội dung nhiệm vụ"),
            Column.text("work", "Nội dung công việc"),
            Column.position("director", "Người chỉ đạo", "Chủ trì chỉ đạo"),
            Column.text("lead", "Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì"),
            Column.text("coordinators", "Đơn vị phối hợp", "Phối hợp"),
            Column.text("responsibility", "Trách nhiệm"),
            Column.text("output", "Sản phẩm", "Sản phẩm đầu ra", "Đánh giá"),
            Column.text("timing", "Thời gian", "Thời gian thực hiện"));

    private Columns() {}
}
