package vn.monitoring.report.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.text.Text;

/// A field of a dataset.
///
/// @param unit of measurement or code list
@Schema(name = "DatasetField")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetField(
        String code,
        TableColumn.Kind type,
        Text title,
        @Nullable Text unit) {

    static DatasetField from(PublishedSource.Field field) {
        return new DatasetField(field.code(), field.kind(), field.heading(), field.unit());
    }
}
