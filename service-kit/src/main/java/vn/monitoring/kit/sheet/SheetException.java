package vn.monitoring.kit.sheet;

import vn.monitoring.kit.text.Text;

/// A file that cannot be imported at all; a service answers with its own problem, this detail and this place.
public final class SheetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SheetFault fault;
    private final transient Text detail;
    private final String place;

    SheetException(SheetFault fault, String place, Text detail) {
        super(detail.en());
        this.fault = fault;
        this.place = place;
        this.detail = detail;
    }

    SheetException(SheetFault fault, Text detail, Throwable cause) {
        super(detail.en(), cause);
        this.fault = fault;
        this.place = "";
        this.detail = detail;
    }

    public SheetFault fault() {
        return fault;
    }

    /// What is wrong and what to do next, for the user.
    public Text detail() {
        return detail;
    }

    /// The sheet or cell, e.g. `Chỉ tiêu`; empty when it is the file itself.
    public String place() {
        return place;
    }
}
