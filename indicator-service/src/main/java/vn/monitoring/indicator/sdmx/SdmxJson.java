package vn.monitoring.indicator.sdmx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// Writes what all SDMX-JSON messages have. A message that breaks off is not completed.
final class SdmxJson {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator json;
    private final Locale language;

    private SdmxJson(JsonGenerator json, Locale language) {
        this.json = json;
        this.language = language;
    }

    /// Begins a message up to its `data`, which is left open.
    ///
    /// @param schema `data` or `structure`
    static SdmxJson open(OutputStream out, String schema, Instant prepared, Locale language) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out);
        SdmxJson message = new SdmxJson(json, language);
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.sdmx.org/2.1/sdmx-json-" + schema + "-schema.json");
        json.writeObjectFieldStart("meta");
        json.writeStringField("id", UUID.randomUUID().toString());
        json.writeBooleanField("test", false);
        json.writeStringField("prepared", prepared.toString());
        json.writeArrayFieldStart("contentLanguages");
        json.writeString(language.getLanguage());
        json.writeString(language.getLanguage().equals("en") ? "vi" : "en");
        json.writeEndArray();
        json.writeObjectFieldStart("sender");
        json.writeStringField("id", Sdmx.AGENCY);
        message.name(Sdmx.AGENCY_NAME);
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("data");
        return message;
    }

    void finish() throws IOException {
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }

    JsonGenerator json() {
        return json;
    }

    /// The reader's language as `name`, both as `names`.
    void name(Text text) throws IOException {
        json.writeStringField("name", text.in(language));
        json.writeObjectFieldStart("names");
        json.writeStringField("vi", text.vi());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    /// A name that there is in Vietnamese only.
    void vietnameseName(String name) throws IOException {
        json.writeStringField("name", name);
        json.writeObjectFieldStart("names");
        json.writeStringField("vi", name);
        json.writeEndObject();
    }

    void link(String rel, String urn) throws IOException {
        json.writeStartObject();
        json.writeStringField("rel", rel);
        json.writeStringField("urn", urn);
        json.writeEndObject();
    }

    void number(@Nullable BigDecimal number) throws IOException {
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        }
    }
}
