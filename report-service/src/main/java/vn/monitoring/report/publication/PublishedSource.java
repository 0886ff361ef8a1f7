package vn.monitoring.report.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.text.Text;

/// A kind of data that may be published. Implement it as a bean and its fields can be chosen.
///
/// Its fields hold no personal data: what is not a field of a source cannot become public.
public interface PublishedSource {

    /// A field that may be chosen.
    ///
    /// @param code in camelCase, as it stands in JSON
    /// @param unit of measurement or code list, where the heading does not tell
    record Field(
            String code,
            TableColumn.Kind kind,
            Text heading,
            @Nullable Text unit) {

        public static Field of(String code, TableColumn.Kind kind, String vi, String en) {
            return new Field(code, kind, new Text(vi, en), null);
        }

        public Field in(String vi, String en) {
            return new Field(code, kind, heading, new Text(vi, en));
        }
    }

    /// In capitals, as a request names it.
    String kind();

    Text title();

    List<Field> fields();

    /// The data of a unit and those below it as at a day, in the order in which it is shown; a value for each
    /// field, null where there is none: a `String`, `BigDecimal`, `Integer`, `Long` or `LocalDate`.
    ///
    /// @param period its key, such as `2026-Q3`
    List<Map<String, @Nullable Object>> rows(String unitCode, String period, LocalDate asAt);
}
