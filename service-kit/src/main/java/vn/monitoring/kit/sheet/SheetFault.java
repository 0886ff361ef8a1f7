package vn.monitoring.kit.sheet;

/// Why a file or a sheet cannot be read as a table at all.
public enum SheetFault {
    /// The content is no .xlsx workbook and no UTF-8 CSV, or does not agree with the file's extension.
    NOT_A_WORKBOOK,
    /// More bytes, rows, columns or text than an office's plan can have.
    WORKBOOK_TOO_LARGE,
    SHEET_MISSING,
    /// No row holds the header texts that the table needs.
    HEADER_MISSING,
    /// There is a header, with no row below it.
    TABLE_EMPTY
}
