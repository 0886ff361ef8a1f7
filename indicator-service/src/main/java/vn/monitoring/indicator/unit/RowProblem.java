package vn.monitoring.indicator.unit;

import vn.monitoring.kit.text.Text;

/// Why one row of a batch was not taken.
///
/// @param field the column that is at fault
record RowProblem(UnitProblem type, String field, Text detail) {

    static RowProblem field(String field, String vi, String en) {
        return new RowProblem(UnitProblem.BAD_UNIT_FIELD, field, new Text(vi, en));
    }
}
