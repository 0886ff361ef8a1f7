package vn.monitoring.kit.sheet;

import vn.monitoring.kit.text.Text;

/// Something a person should know about a cell or a sheet: a code, the cell (`Chỉ tiêu!D24`), the words as they
/// stand there (masked where they must not be shown), and what it means.
public record Finding(String code, String place, String verbatim, Text message) {

    private static final int VERBATIM_LENGTH = 200;

    public Finding {
        verbatim = verbatim.length() > VERBATIM_LENGTH ? verbatim.substring(0, VERBATIM_LENGTH) + "…" : verbatim;
    }

    static Finding of(SheetFinding type, String place, String verbatim) {
        return new Finding(type.name(), place, verbatim, type.message());
    }
}
