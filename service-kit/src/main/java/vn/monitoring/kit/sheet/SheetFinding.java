package vn.monitoring.kit.sheet;

import vn.monitoring.kit.text.Text;

/// What reading a table can find, whatever the table is about.
public enum SheetFinding {
    REPEATED_HEADER("Tiêu đề bảng lặp lại; đã bỏ qua.", "The table header is repeated; it was skipped."),
    NUMBERING_GAP(
            "Số thứ tự bị nhảy; giữ nguyên số của văn bản, kiểm tra xem có thiếu dòng không.",
            "The numbering skips; the printed numbers were kept, check that no row is missing."),
    NUMBERING_REPEATED(
            "Số thứ tự lặp lại hoặc lùi; giữ nguyên số của văn bản.",
            "A number is repeated or goes back; the printed numbers were kept."),
    NUMBER_MISSING("Dòng không có số thứ tự.", "The row has no number."),
    NUMBER_UNREADABLE(
            "Không hiểu ô số thứ tự; giữ nguyên văn.", "The number cell cannot be read; it was kept as printed."),
    TITLE_MISSING(
            "Dòng không có tên; hãy bổ sung tên hoặc xóa dòng.",
            "The row has no name; add the name or delete the row."),
    ORPHAN_BLOCK(
            "Có đơn vị chủ trì hoặc thời gian nhưng không có tên; đã giữ lại riêng, không gán vào dòng trước.",
            "A lead or a time without a name; kept apart, not joined to the row before."),
    SUBTASKS(
            "Dòng có các ý con đánh chữ; mỗi ý con là một dòng riêng.",
            "The row has lettered parts; each part is a row of its own."),
    ROW_CONTINUATION(
            "Dòng bị ngắt trang; phần có ô số trống đã nối vào dòng này.",
            "The row was broken over pages; the part without a number was joined to it."),
    CELL_WRAP("Ô bị vỡ dòng; đã ghép lại.", "The cell was broken over lines; it was joined again."),
    HTML_MARKUP("Ô lẫn thẻ HTML; đã bỏ thẻ.", "The cell holds HTML tags; they were removed."),
    LATEX(
            "Ô lẫn cú pháp LaTeX; đã chuyển thành ký hiệu thường.",
            "The cell holds LaTeX; it was turned into plain signs."),
    FOREIGN_TEXT(
            "Dòng rò rỉ đường dẫn tệp của máy soạn thảo; đã loại bỏ, không lưu.",
            "A file path of the author's computer leaked into the table; it was removed and is not stored."),
    CELL_ERROR("Ô công thức bị lỗi; hãy nhập lại giá trị.", "The cell's formula failed; enter its value."),
    TRUNCATED_CELL(
            "Ô có vẻ bị cắt (thiếu dấu đóng ngoặc hoặc năm bị cụt); hãy kiểm tra với văn bản gốc.",
            "The cell looks cut off (an open bracket or a broken year); check it against the document."),
    OCR(
            "Có chữ bị nhận dạng sai; giữ nguyên văn, hãy sửa ở văn bản gốc.",
            "A word was misread when scanned; it was kept as printed, correct it in the document."),
    ABBREV_OCR(
            "Có chữ hoặc chữ viết tắt có vẻ sai; giữ nguyên văn, hãy kiểm tra.",
            "A word or abbreviation looks wrong; it was kept as printed, check it."),
    SPELLING_VARIANT(
            "Một từ được viết theo hai cách trong cùng bảng; coi là cùng nghĩa.",
            "One word is spelled in two ways in the table; both are taken to mean the same."),
    PERSON_NAME(
            "Ô có họ tên người; chỉ giữ chức danh, không lưu họ tên.",
            "The cell names a person; only the position is kept, the name is not stored."),
    DUPLICATE_ROW(
            "Dòng trùng tên trong cùng nhóm; kiểm tra có nhập hai lần không.",
            "A row with the same name stands in the same group; check whether it was entered twice."),
    DOC_NUMBER_BLANK(
            "Số hoặc ngày văn bản để trống; bổ sung khi văn bản được ban hành.",
            "The document's number or date is blank; add it when the document is issued."),
    UNKNOWN_COLUMN(
            "Cột không dùng khi nhập; nội dung của cột được bỏ qua.",
            "The import has no use for this column; what stands in it is passed over."),
    TOTAL_ROW("Dòng tổng cộng; không nhập.", "A total of the rows above; not imported."),
    SPANNING_CELL(
            "Ô được gộp với dòng trên; đã lấy nội dung của ô gộp.",
            "The cell is merged with the rows above; what stands there was taken."),
    NOTE("Dòng ghi chú ngoài bảng; không nhập.", "A note outside the table; not imported.");

    private final Text message;

    SheetFinding(String vi, String en) {
        message = new Text(vi, en);
    }

    public Text message() {
        return message;
    }
}
