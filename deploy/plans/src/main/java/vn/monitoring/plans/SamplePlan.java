package vn.monitoring.plans;

import java.util.List;
import vn.monitoring.plans.SheetLayout.Groups;

/// The sample plans and how each prints its two tables.
enum SamplePlan {
    KINH_MON(
            "kinh-mon",
            indicators(
                    List.of(
                            List.of("PHỤ LỤC 1"),
                            List.of("CÁC CHỈ TIÊU THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW TRÊN ĐỊA BÀN PHƯỜNG KINH MÔN"),
                            List.of(
                                    "(Kèm theo Kế hoạch hành động số 08-KH/ĐU ngày 08/9/2025 của Ban Thường vụ Đảng ủy phường)"),
                            List.of()),
                    List.of(
                            new PrintedColumn("number", "Stt", 6),
                            new PrintedColumn("title", "Chỉ tiêu", 44),
                            new PrintedColumn("y2025", "Năm 2025", 13),
                            new PrintedColumn("y2030", "Năm 2030", 13),
                            new PrintedColumn("y2035", "Năm 2035", 13),
                            new PrintedColumn("y2040", "Năm 2040", 13),
                            new PrintedColumn("y2045", "Năm 2045", 13),
                            new PrintedColumn("lead", "Cơ quan chủ trì", 22),
                            new PrintedColumn("director", "Người chỉ đạo", 22),
                            new PrintedColumn("chair", "Người chủ trì", 22),
                            new PrintedColumn("output", "Sản phẩm", 14)),
                    Groups.NUMBER_AND_NAME),
            tasks(
                    List.of(
                            List.of("PHỤ LỤC 2"),
                            List.of("CÁC NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW TRÊN ĐỊA BÀN PHƯỜNG KINH MÔN"),
                            List.of(
                                    "(Kèm theo Kế hoạch hành động số 08-KH/ĐU ngày 08/9/2025 của Ban Thường vụ Đảng ủy phường)"),
                            List.of()),
                    List.of(
                            new PrintedColumn("number", "Stt", 6),
                            new PrintedColumn("title", "Nội dung nhiệm vụ", 50),
                            new PrintedColumn("director", "Người chỉ đạo", 26),
                            new PrintedColumn("lead", "Chủ trì", 26),
                            new PrintedColumn("output", "Sản phẩm", 20),
                            new PrintedColumn("timing", "Thời gian", 18)),
                    Groups.NUMBER_AND_NAME,
                    false)),

    DA_MAI(
            "da-mai",
            indicators(
                    List.of(
                            List.of("PHỤ LỤC (01)"),
                            List.of("CÁC CHỈ TIÊU CỤ THỂ<sup>1</sup> ĐẾN NĂM 2026 VÀ NĂM 2030"),
                            List.of(
                                    "(Kèm theo Kế hoạch số -KH/ĐU ngày 30/01/2026 của Ban Thường vụ Đảng ủy phường Đa Mai)")),
                    List.of(
                            new PrintedColumn("number", "TT", 6),
                            new PrintedColumn("title", "Chỉ tiêu cụ thể", 50),
                            new PrintedColumn("unit", "Đơn vị tính", 14),
                            new PrintedColumn("y2026", "Năm 2026", 16),
                            new PrintedColumn("y2030", "Đến hết năm 2030", 16),
                            new PrintedColumn("lead", "Cơ quan chủ trì", 20)),
                    Groups.NUMBER_AND_NAME),
            tasks(
                    List.of(
                            List.of("PHỤ LỤC (02)"),
                            List.of("DANH MỤC NHỆM VỤ THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NĂM 2026"),
                            List.of(
                                    "(Kèm theo hoạch ban hành số -KH/ĐU ngày 30/01/2026 của Ban Thường vụ Đảng ủy phường Đa Mai)")),
                    List.of(
                            new PrintedColumn("number", "TT", 6),
                            new PrintedColumn("title", "Nhiệm vụ", 64),
                            new PrintedColumn("lead", "Cơ quan chủ trì", 26),
                            new PrintedColumn("timing", "Thời gian", 30)),
                    Groups.NUMBER_AND_NAME,
                    false)),

    THACH_KHOI(
            "thach-khoi",
            indicators(
                    List.of(
                            List.of("ỦY BAN NHÂN DÂN PHƯỜNG THẠCH KHÔI"),
                            List.of("Số: /KH-UBND", "Thạch Khôi, ngày tháng 03 năm 2026"),
                            List.of("CHỈ TIÊU THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW (MỤC I.1.2)"),
                            List.of()),
                    List.of(
                            new PrintedColumn("title", "Chỉ tiêu", 64),
                            new PrintedColumn("no_year", "Mục tiêu", 28),
                            new PrintedColumn("lead", "Đơn vị chủ trì", 34)),
                    Groups.ACROSS),
            tasks(
                    List.of(
                            List.of("ỦY BAN NHÂN DÂN PHƯỜNG THẠCH KHÔI"),
                            List.of("PHỤ LỤC: NHIỆM VỤ TRỌNG TÂM NĂM 2026"),
                            List.of(
                                    "(Kèm theo Kế hoạch số /KH-UBND ngày tháng 03 năm 2026 của UBND phường Thạch Khôi)"),
                            List.of()),
                    List.of(
                            new PrintedColumn("number", "Stt", 6),
                            new PrintedColumn("title", "Tên nhiệm vụ", 46),
                            new PrintedColumn("director", "Chủ trì chỉ đạo", 26),
                            new PrintedColumn("lead", "Đơn vị chủ trì", 24),
                            new PrintedColumn("coordinators", "Đơn vị phối hợp", 24),
                            new PrintedColumn("output", "Sản phẩm đầu ra", 20),
                            new PrintedColumn("timing", "Thời gian", 20)),
                    Groups.ACROSS,
                    true)),

    PHU_THAI(
            "phu-thai",
            indicators(
                    List.of(
                            List.of("ỦY BAN NHÂN DÂN XÃ PHÚ THÁI"),
                            List.of("CHỈ TIÊU THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW GIAI ĐOẠN 2025-2045"),
                            List.of()),
                    List.of(
                            new PrintedColumn("title", "Chỉ tiêu", 50),
                            new PrintedColumn("unit", "Đơn vị tính", 13),
                            new PrintedColumn("y2025", "Năm 2025", 14),
                            new PrintedColumn("y2030", "Đến năm 2030", 16),
                            new PrintedColumn("y2035", "Đến năm 2035", 16),
                            new PrintedColumn("y2040", "Đến năm 2040", 16),
                            new PrintedColumn("y2045", "Đến năm 2045", 16),
                            new PrintedColumn("no_year", "Mục tiêu (không ghi năm)", 22),
                            new PrintedColumn("lead", "Cơ quan chủ trì", 26)),
                    Groups.ACROSS),
            tasks(
                    List.of(
                            List.of("ỦY BAN NHÂN DÂN XÃ PHÚ THÁI"),
                            List.of("III.3. BẢNG PHÂN CÔNG NHIỆM VỤ"),
                            List.of()),
                    List.of(
                            new PrintedColumn("number", "TT", 6),
                            new PrintedColumn("title", "Nhiệm vụ", 34),
                            new PrintedColumn("work", "Nội dung công việc", 34),
                            new PrintedColumn("lead", "Cơ quan chủ trì", 24),
                            new PrintedColumn("coordinators", "Phối hợp", 22),
                            new PrintedColumn("responsibility", "Trách nhiệm", 24),
                            new PrintedColumn("timing", "Thời gian thực hiện", 22),
                            new PrintedColumn("output", "Đánh giá", 28)),
                    Groups.ACROSS,
                    false));

    private final String slug;
    private final List<SheetLayout> sheets;

    SamplePlan(String slug, SheetLayout indicators, SheetLayout tasks) {
        this.slug = slug;
        this.sheets = List.of(indicators, tasks);
    }

    /// Names the plan's folder of facts and its workbook.
    String slug() {
        return slug;
    }

    List<SheetLayout> sheets() {
        return sheets;
    }

    private static SheetLayout indicators(List<List<String>> titles, List<PrintedColumn> columns, Groups groups) {
        return new SheetLayout("Chỉ tiêu", "indicators.csv", titles, columns, groups, false);
    }

    private static SheetLayout tasks(
            List<List<String>> titles, List<PrintedColumn> columns, Groups groups, boolean headerAfterBreak) {
        return new SheetLayout("Nhiệm vụ", "tasks.csv", titles, columns, groups, headerAfterBreak);
    }
}
