package vn.monitoring.task.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingState;

/// Stores a deadline as JSON of its flat record.
@Converter
public class TimingConverter implements AttributeConverter<Timing, String> {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Timing timing) {
        return timing == null ? null : write(timing);
    }

    @Override
    public @Nullable Timing convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : read(json);
    }

    public static Timing read(String json) {
        try {
            return JSON.readValue(json, TimingState.class).timing();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored deadline cannot be read", e);
        }
    }

    private static String write(Timing timing) {
        try {
            return JSON.writeValueAsString(TimingState.of(timing));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a deadline cannot be stored", e);
        }
    }
}
