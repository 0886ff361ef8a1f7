package vn.monitoring.indicator.unit;

import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// Why one row of a batch, or a unit that a request describes, was not taken.
///
/// @param field the column that is at fault
record RowProblem(UnitProblem type, String field, Text detail) {

    static RowProblem field(String field, String vi, String en) {
        return new RowProblem(UnitProblem.BAD_UNIT_FIELD, field, new Text(vi, en));
    }

    /// The same as the answer to a request, with the column named as JSON does.
    Problem asProblem() {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char c : field.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return new Problem(type, detail).violation("body", name.toString(), detail);
    }
}
