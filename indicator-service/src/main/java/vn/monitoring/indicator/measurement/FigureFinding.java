package vn.monitoring.indicator.measurement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.kit.text.Text;

/// What is wrong with one field of a figure, and what to do about it.
@Schema(name = "FigureFinding")
public record FigureFinding(String field, Text message) {

    static FigureFinding of(String field, String vi, String en) {
        return new FigureFinding(field, new Text(vi, en));
    }
}
