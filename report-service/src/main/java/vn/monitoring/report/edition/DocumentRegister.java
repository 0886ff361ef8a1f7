package vn.monitoring.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.sql.Rows;

/// Numbers a unit's documents, per symbol and year from 1 on (Decree 30/2020/NĐ-CP, article 15).
///
/// In the caller's transaction, which holds the register until it ends: what is rolled back has used up
/// no number.
@ApplicationScoped
class DocumentRegister {

    private final Rows rows;

    DocumentRegister(Rows rows) {
        this.rows = rows;
    }

    /// @param wanted a number that the office has given; null for the one after the highest
    /// @throws Problem 409 DOCUMENT_NUMBER_TAKEN
    int enter(String unitCode, String symbol, int year, @Nullable Integer wanted) {
        rows.change("""
                insert into document_register (unit_code, symbol, year, last_number) values (?, ?, ?, 0)
                on conflict do nothing""", unitCode, symbol, year);
        int last = rows.list("""
                select last_number from document_register where unit_code = ? and symbol = ? and year = ?
                for update""", row -> row.getInt(1), unitCode, symbol, year).getFirst();
        int number = wanted == null ? last + 1 : wanted;
        if (number <= last && isTaken(unitCode, symbol, year, number)) {
            throw new Problem(
                            EditionProblem.DOCUMENT_NUMBER_TAKEN,
                            "Số %d/%s năm %d đã được cấp. Để trống số để lấy số tiếp theo (%d), hoặc chọn số khác."
                                    .formatted(number, symbol, year, last + 1),
                            "Number %d/%s of %d is taken. Leave the number out to get the next one (%d), or choose another."
                                    .formatted(number, symbol, year, last + 1))
                    .with("nextNumber", last + 1);
        }
        if (number > last) {
            rows.change(
                    "update document_register set last_number = ? where unit_code = ? and symbol = ? and year = ?",
                    number,
                    unitCode,
                    symbol,
                    year);
        }
        return number;
    }

    private boolean isTaken(String unitCode, String symbol, int year, int number) {
        return !rows.list("""
                        select 1 from report_edition
                        where unit_code = ? and symbol = ? and year = ? and document_number = ?""", row -> row.getInt(1), unitCode, symbol, year, number)
                .isEmpty();
    }
}
