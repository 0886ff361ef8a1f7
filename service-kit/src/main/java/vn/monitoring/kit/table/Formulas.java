package vn.monitoring.kit.table;

/// Keeps a cell's text from being run: whoever opens the file must not run what somebody typed into a
/// field.
///
/// A leading apostrophe goes before `=`, `+`, `-`, `@`, tab and carriage return, and before the
/// full-width forms that East Asian spreadsheet programs take for the same (OWASP, "CSV Injection"). It
/// also stands in .xlsx files, whose texts are never run there, since a sheet may be saved as CSV. A
/// dash alone, with which plans say "no target", is no formula to any program and stays.
public final class Formulas {

    private static final String STARTS = "=+-@\t\r＝＋－＠";

    private Formulas() {}

    public static String neutralise(String text) {
        if (text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0 || text.equals("-")) {
            return text;
        }
        return "'" + text;
    }
}
